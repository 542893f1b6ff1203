package dev.inquest.evidence;

import java.util.Set;

/**
 * @param services exact names; empty means all
 * @param maxRecords a seeded sample is drawn where there are more
 */
public record LogQuery(Set<String> services, TimeWindow window, int maxRecords, long seed) {
  public LogQuery {
    services = Set.copyOf(services);
    if (maxRecords <= 0) {
      throw new IllegalArgumentException("maxRecords must be positive");
    }
  }
}
