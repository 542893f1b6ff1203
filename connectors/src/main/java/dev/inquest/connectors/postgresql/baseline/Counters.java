package dev.inquest.connectors.postgresql.baseline;

import java.util.List;

/**
 * The cumulative counters of one statement or table.
 *
 * @param sinceMillis when they began to count, in ms since 1970; {@link #UNKNOWN} where the server
 *     does not say
 * @param values in the order of the kind; never falling but for a reset
 */
public record Counters(long sinceMillis, List<Double> values) {
  public static final long UNKNOWN = -1;

  public Counters {
    values = List.copyOf(values);
  }

  boolean fellFrom(Counters earlier) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) < earlier.values().get(i)) {
        return true;
      }
    }
    return false;
  }
}
