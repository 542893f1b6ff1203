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

  /** Whether any test refuted it. */
  public boolean refuted() {
    return verifications.stream().anyMatch(v -> v.outcome() instanceof Outcome.Refuted);
  }
}
