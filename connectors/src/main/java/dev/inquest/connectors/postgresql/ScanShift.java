package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.baseline.Baseline;
import dev.inquest.connectors.postgresql.baseline.CounterShift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tables were read from end to end more often after a moment than before. */
final class ScanShift implements ProbeTemplate {
  private static final int TOP = 50;
  private static final int SCANS = 0;
  private static final int ROWS = 1;

  @Override
  public Form form() {
    return Form.observed(
        "scan-shift",
        Set.of("from", "split", "to"),
        List.of(
            "table",
            "seq_scans_per_s_before",
            "seq_scans_per_s_after",
            "seq_rows_per_s_before",
            "seq_rows_per_s_after"));
  }

  @Override
  public List<List<@Nullable Object>> answer(Target target, Parameters parameters) {
    SplitWindow window = SplitWindow.of(parameters);
    CounterShift shift =
        CounterShift.at(target.baseline().samples(Baseline.TABLES, window.whole()), window.split());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    shift.keys().stream()
        .sorted(Comparator.comparingDouble((String table) -> growth(shift, table)).reversed())
        .limit(TOP)
        .forEach(table -> rows.add(row(shift, table)));
    return rows;
  }

  private static double growth(CounterShift shift, String table) {
    return after(shift, table, ROWS) - before(shift, table, ROWS);
  }

  private static List<@Nullable Object> row(CounterShift shift, String table) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(table);
    row.add(before(shift, table, SCANS));
    row.add(after(shift, table, SCANS));
    row.add(before(shift, table, ROWS));
    row.add(after(shift, table, ROWS));
    return row;
  }

  private static double before(CounterShift shift, String table, int counter) {
    return shift.before(table, counter) / shift.secondsBefore();
  }

  private static double after(CounterShift shift, String table, int counter) {
    return shift.after(table, counter) / shift.secondsAfter();
  }
}
