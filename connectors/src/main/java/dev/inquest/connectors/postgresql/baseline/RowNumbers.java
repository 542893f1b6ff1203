package dev.inquest.connectors.postgresql.baseline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads counters out of a row. */
final class RowNumbers {
  private RowNumbers() {}

  /** From {@code (…, since, v1, v2, …)}; an absent value counts as 0. */
  static Counters counters(List<@Nullable Object> row, int since) {
    List<Double> values = new ArrayList<>();
    for (Object cell : row.subList(since + 1, row.size())) {
      values.add(cell instanceof Number number ? number.doubleValue() : 0.0);
    }
    long millis = row.get(since) instanceof Number number ? number.longValue() : Counters.UNKNOWN;
    return new Counters(millis, values);
  }
}
