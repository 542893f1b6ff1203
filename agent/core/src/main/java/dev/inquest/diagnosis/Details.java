package dev.inquest.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every diagnosis carries, whatever its verdict.
 *
 * @param causes ranked, best first, at most 10; empty where nothing is suspected
 * @param refuted changes near the onset that are innocent, with a reason each
 * @param missing evidence that could not be had: {@code traces}, {@code database: no baseline}
 * @param impact one sentence on what users feel now
 */
public record Details(
    List<Cause> causes,
    List<RefutedChange> refuted,
    @Nullable Onset onset,
    @Nullable String firstFailingService,
    List<String> blastRadius,
    @Nullable String remediation,
    List<String> missing,
    String impact) {
  public Details {
    causes = List.copyOf(causes);
    refuted = List.copyOf(refuted);
    blastRadius = List.copyOf(blastRadius);
    missing = List.copyOf(missing);
    if (causes.size() > 10) {
      throw new IllegalArgumentException("more than 10 causes");
    }
  }
}
