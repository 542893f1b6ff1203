package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a database answered.
 *
 * @param rows cells are String, Long, Double, Boolean or null
 * @param grade how strong: {@code measured} (a rehearsal), {@code planned} (a plan), {@code
 *     observed} (statistics, catalogue), {@code none}
 * @param error null, or why there is no answer, e.g. {@code untestable (no baseline)}
 */
public record ProbeAnswer(
    ProbeQuery query,
    Instant at,
    List<String> columns,
    List<List<@Nullable Object>> rows,
    String grade,
    @Nullable String error) {
  public ProbeAnswer {
    requireNonNull(query, "query");
    requireNonNull(at, "at");
    requireNonNull(grade, "grade");
    columns = List.copyOf(columns);
    List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
    for (List<@Nullable Object> row : rows) {
      copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copy);
  }

  public static ProbeAnswer failed(ProbeQuery query, Instant at, String error) {
    return new ProbeAnswer(query, at, List.of(), List.of(), "none", error);
  }

  /** A cell by column name; null where the cell is null or there is no such column. */
  public @Nullable Object cell(int row, String column) {
    int index = columns.indexOf(column);
    return index < 0 ? null : rows.get(row).get(index);
  }
}
