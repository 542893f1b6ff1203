package dev.inquest.app.investigation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moments of an incident, each null where it is not known, and the lengths between them. A
 * length that would be negative (clocks that disagree) is not known either, and none is ever 0 for
 * want of knowledge.
 */
record Mttr(
    @Nullable Instant onset,
    @Nullable Instant delivered,
    @Nullable Instant proposed,
    @Nullable Instant decided,
    @Nullable Instant deployed,
    @Nullable Instant recovered) {

  /** Seconds by phase, in order. */
  Map<String, @Nullable Double> phases() {
    Map<String, @Nullable Double> phases = new LinkedHashMap<>();
    phases.put("detect_s", seconds(onset, delivered));
    phases.put("diagnose_s", seconds(delivered, proposed));
    phases.put("approve_s", seconds(proposed, decided));
    phases.put("remediate_s", seconds(decided, deployed));
    phases.put("recover_s", seconds(deployed, recovered));
    phases.put("total_s", seconds(onset, recovered));
    return phases;
  }

  private static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant to) {
    if (from == null || to == null || to.isBefore(from)) {
      return null;
    }
    return Duration.between(from, to).toMillis() / 1_000.0;
  }
}
