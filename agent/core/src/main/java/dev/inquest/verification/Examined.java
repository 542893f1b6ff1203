package dev.inquest.verification;

import static java.util.Objects.requireNonNull;

import dev.inquest.hypothesis.Hypothesis;
import java.util.List;

/** A hypothesis with every test that was run on it. */
public record Examined(Hypothesis hypothesis, List<Verification> verifications) {
  public Examined {
    requireNonNull(hypothesis, "hypothesis");
    verifications = List.copyOf(verifications);
  }

  /** What speaks against it less than this leaves it standing: about seven to one. */
  private static final double DECISIVE = -2;

  /** Whether any test refuted it for good, rather than speaking against it. */
  public boolean refuted() {
    return verifications.stream()
        .filter(v -> v.outcome() instanceof Outcome.Refuted)
        .anyMatch(v -> v.logLikelihoodRatio() <= DECISIVE);
  }

  public boolean supportedBy(String test) {
    return verifications.stream()
        .anyMatch(v -> v.test().equals(test) && v.outcome() instanceof Outcome.Supported);
  }
}
