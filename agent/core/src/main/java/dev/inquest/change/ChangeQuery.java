package dev.inquest.change;

import dev.inquest.evidence.TimeWindow;
import java.util.Set;

/**
 * @param services exact names; empty means all
 * @param max newest first; more are left out and the answer says so
 */
public record ChangeQuery(Set<String> services, TimeWindow window, int max) {
  public ChangeQuery {
    services = Set.copyOf(services);
    if (max <= 0) {
      throw new IllegalArgumentException("max must be positive");
    }
  }
}
