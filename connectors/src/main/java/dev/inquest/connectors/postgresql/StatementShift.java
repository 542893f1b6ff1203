package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.baseline.Baseline;
import dev.inquest.connectors.postgresql.baseline.CounterShift;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which statements took more of the database's time after a moment than before. */
final class StatementShift implements ProbeTemplate {
  private static final int DEFAULT_TOP = 20;
  private static final int MAX_TOP = 200;
  private static final int CALLS = 0;
  private static final int MILLIS = 1;
  private static final int ROWS = 2;
  private static final int BLOCKS = 3;

  @Override
  public Form form() {
    return new Form(
        "statement-shift",
        Set.of("from", "split", "to"),
        Set.of("top"),
        List.of(
            "query_id",
            "query",
            "calls_per_s_before",
            "calls_per_s_after",
            "mean_ms_before",
            "mean_ms_after",
            "rows_per_call_after",
            "blocks_per_call_before",
            "blocks_per_call_after",
            "is_new"),
        "observed",
        false);
  }

  @Override
  public List<List<@Nullable Object>> answer(Target target, Parameters parameters) {
    SplitWindow window = SplitWindow.of(parameters);
    CounterShift shift =
        CounterShift.at(
            target.baseline().samples(Baseline.STATEMENTS, window.whole()), window.split());
    List<String> grown =
        shift.keys().stream()
            .filter(id -> shift.after(id, CALLS) > 0 || shift.before(id, CALLS) > 0)
            .sorted(Comparator.comparingDouble((String id) -> growth(shift, id)).reversed())
            .limit(parameters.count("top", DEFAULT_TOP, MAX_TOP))
            .toList();
    Map<String, String> texts = target.baseline().texts(grown);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    grown.forEach(id -> rows.add(row(shift, id, texts.getOrDefault(id, ""))));
    return rows;
  }

  /** Growth of the time spent in it, in ms a second. */
  private static double growth(CounterShift shift, String id) {
    return shift.after(id, MILLIS) / shift.secondsAfter()
        - shift.before(id, MILLIS) / shift.secondsBefore();
  }

  private static List<@Nullable Object> row(CounterShift shift, String id, String text) {
    double before = shift.before(id, CALLS);
    double after = shift.after(id, CALLS);
    List<@Nullable Object> row = new ArrayList<>();
    row.add(id);
    row.add(text);
    row.add(before / shift.secondsBefore());
    row.add(after / shift.secondsAfter());
    row.add(perCall(shift.before(id, MILLIS), before));
    row.add(perCall(shift.after(id, MILLIS), after));
    row.add(perCall(shift.after(id, ROWS), after));
    row.add(perCall(shift.before(id, BLOCKS), before));
    row.add(perCall(shift.after(id, BLOCKS), after));
    row.add(shift.isNew(id));
    return row;
  }

  /** Null where there was no call. */
  private static @Nullable Double perCall(double total, double calls) {
    return calls > 0 ? total / calls : null;
  }
}
