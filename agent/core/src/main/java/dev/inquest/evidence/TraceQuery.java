package dev.inquest.evidence;

import java.time.Duration;
import java.util.Set;

/**
 * A stratified sample of traces: strata are time slice × status × latency band, each with a seeded
 * reservoir.
 *
 * @param services traces that touch any of them; empty means all
 * @param slice length of a time slice
 * @param perStratum the reservoir's size
 */
public record TraceQuery(
    Set<String> services, TimeWindow window, Duration slice, int perStratum, long seed) {
  public TraceQuery {
    services = Set.copyOf(services);
    if (slice.isNegative() || slice.isZero() || perStratum <= 0) {
      throw new IllegalArgumentException("slice and perStratum must be positive");
    }
  }
}
