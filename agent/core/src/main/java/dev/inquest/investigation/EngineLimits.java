package dev.inquest.investigation;

import java.time.Duration;

/**
 * Bounds of one investigation ({@code inquest.limits.*}).
 *
 * @param lookBack how much baseline before the alert is read
 * @param step metric resolution asked for
 */
public record EngineLimits(
    Duration lookBack,
    Duration step,
    int maxSeries,
    int maxPoints,
    int tracesPerStratum,
    Duration traceSlice,
    int maxLogRecords,
    int maxChanges,
    int maxHypotheses,
    long seed) {
  public static final EngineLimits DEFAULT =
      new EngineLimits(
          Duration.ofHours(3),
          Duration.ofSeconds(15),
          2_000,
          2_000_000,
          40,
          Duration.ofSeconds(30),
          20_000,
          200,
          96,
          1L);
}
