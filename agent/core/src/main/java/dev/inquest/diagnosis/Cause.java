package dev.inquest.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.inquest.hypothesis.CauseKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ranked cause.
 *
 * @param confidence posterior, in [0, 1]
 * @param evidence ids of what moved it
 * @param claim one sentence
 */
public record Cause(
    @Nullable String service,
    @Nullable String instance,
    CauseKind kind,
    @Nullable String change,
    @Nullable String indicator,
    double confidence,
    List<String> evidence,
    String hypothesis,
    String claim) {
  public Cause {
    requireNonNull(kind, "kind");
    requireNonNull(hypothesis, "hypothesis");
    requireNonNull(claim, "claim");
    evidence = List.copyOf(evidence);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is not in [0, 1]: " + confidence);
    }
  }
}
