package dev.inquest.evidence;

import java.time.Duration;
import java.util.Set;

/**
 * Which series to read.
 *
 * @param services exact service names; empty means every service the source knows
 * @param step the resolution wanted; a source may answer finer or coarser
 * @param maxSeries more are left out and the answer says so
 * @param maxPoints of all series together
 */
public record MetricQuery(
    Set<String> services, TimeWindow window, Duration step, int maxSeries, int maxPoints) {
  public MetricQuery {
    services = Set.copyOf(services);
    if (step.isNegative() || step.isZero() || maxSeries <= 0 || maxPoints <= 0) {
      throw new IllegalArgumentException("step, maxSeries and maxPoints must be positive");
    }
  }
}
