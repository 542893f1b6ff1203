package dev.inquest.playbooks.simulation;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbooks.casefile.Answer;
import java.util.List;
import java.util.Optional;

/** Faults in a database that no change brought: its plan, its locks. */
final class DatabaseFaults {
  private DatabaseFaults() {}

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of("plan-flip", DatabaseFaults::planFlip),
          FaultKind.of("lock-contention", DatabaseFaults::locks));

  /** The statement of a call takes many times as long. */
  static Effect costlier(Call call) {
    return (dials, now) -> dials.cost[call.index()] *= 1 + 3 * now.force() * now.ramp();
  }

  private static Optional<Plan> planFlip(Stage stage) {
    return stage
        .call(c -> c.statement() != null && c.operation().startsWith("SELECT"))
        .map(call ->
            plan(
                stage,
                call,
                costlier(call),
                0,
                List.of(
                    Line.warning(stage.from(call).name(), "slow statement: " + sql(call)),
                    new Line(
                        stage.to(call).name(),
                        9,
                        "automatic analyze of table \"" + table(call) + "\" finished, plan changed",
                        java.util.Map.of(),
                        0.2))));
  }

  private static Optional<Plan> locks(Stage stage) {
    return stage
        .call(c -> c.statement() != null && c.operation().startsWith("UPDATE"))
        .map(call ->
            plan(
                stage,
                call,
                (dials, now) -> {
                  dials.locks[call.to()] += 4 * now.force() * now.ramp();
                  dials.delay[call.index()] += 0.05 * now.force() * now.ramp();
                },
                60,
                List.of(
                    Line.warning(
                        stage.to(call).name(),
                        "process 4711 still waiting for ShareLock on transaction, table "
                            + table(call)),
                    Line.error(
                        stage.from(call).name(),
                        "canceling statement due to lock timeout: " + sql(call)))));
  }

  private static Plan plan(Stage stage, Call call, Effect effect, double ramp, List<Line> lines) {
    String user = stage.from(call).name();
    String database = stage.to(call).name();
    return new Plan(
        stage.from(call),
        Answer.Verdict.IDENTIFIED,
        effect,
        ramp,
        null,
        List.of(
            Answer.Cause.at(database, null, CauseKind.DATABASE),
            Answer.Cause.at(user, null, CauseKind.DATABASE)),
        "tune-database",
        lines,
        List.of(),
        null);
  }

  private static String sql(Call call) {
    return call.statement() == null ? "" : call.statement().sql();
  }

  private static String table(Call call) {
    return call.statement() == null ? "" : call.statement().table();
  }
}
