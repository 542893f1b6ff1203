package dev.inquest.connectors.postgresql.rehearsal;

import dev.inquest.connectors.postgresql.rehearsal.RehearsalResult.Measured;
import dev.inquest.connectors.postgresql.session.UntestableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs the statement on the copy with each draw, read-only, and takes medians. */
final class Runs {
  private static final String NAME = "inquest_rehearsed";

  private final ScratchDatabase scratch;
  private final List<String> draws;
  private final String index;

  /**
   * Prepares the statement.
   *
   * @param sql proved harmless, its tables those of the copy
   * @param draws the arguments of each run
   * @param index whose use is looked for
   */
  Runs(ScratchDatabase scratch, String sql, List<String> draws, String index) {
    this.scratch = scratch;
    this.draws = draws;
    this.index = index;
    scratch.run("PREPARE " + NAME + " AS " + sql);
  }

  Measured measure() {
    // The savepoint ends the read-only mode again, which a whole transaction could not.
    scratch.run("SAVEPOINT runs");
    scratch.run("SET TRANSACTION READ ONLY");
    run(draws.getFirst());
    List<RunPlan> runs = new ArrayList<>();
    draws.forEach(draw -> runs.add(run(draw)));
    scratch.run("ROLLBACK TO SAVEPOINT runs");
    long used = runs.stream().filter(RunPlan::indexUsed).count();
    return new Measured(
        median(runs, RunPlan::ms), median(runs, RunPlan::blocks), 2 * used > runs.size());
  }

  private RunPlan run(String arguments) {
    String execute = arguments.isEmpty() ? NAME : NAME + "(" + arguments + ")";
    var rows =
        scratch.rows("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) EXECUTE " + execute);
    String json = rows.isEmpty() ? null : rows.getFirst().getFirst();
    if (json == null) {
      throw UntestableException.because("the scratch database gave no plan");
    }
    return RunPlan.read(json, index);
  }

  private static double median(List<RunPlan> runs, ToDoubleFunction<RunPlan> value) {
    double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
