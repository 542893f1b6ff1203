package dev.inquest.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.inquest.hypothesis.CauseKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A ranked cause.
 *
 * @param confidence posterior, in [0, 1]
 * @param evidence ids of what moved it
 * @param claim one sentence
 * @param region statements before and after the fault, where it is in code; else empty
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
    String claim,
    List<String> region) {
  public Cause {
    requireNonNull(kind, "kind");
    requireNonNull(hypothesis, "hypothesis");
    requireNonNull(claim, "claim");
    evidence = List.copyOf(evidence);
    // absent in results that an earlier version wrote down
    region = List.copyOf(Objects.requireNonNullElse(region, List.of()));
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is not in [0, 1]: " + confidence);
    }
  }

  /** Of no known place in the code. */
  public Cause(
      @Nullable String service,
      @Nullable String instance,
      CauseKind kind,
      @Nullable String change,
      @Nullable String indicator,
      double confidence,
      List<String> evidence,
      String hypothesis,
      String claim) {
    this(
        service,
        instance,
        kind,
        change,
        indicator,
        confidence,
        evidence,
        hypothesis,
        claim,
        List.of());
  }
}
