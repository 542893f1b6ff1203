package dev.inquest.playbooks.simulation;

import dev.inquest.change.ChangeKind;
import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults that a setting, a flag or a migration brought. */
final class ConfigFaults {
  private ConfigFaults() {}

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of("pool-shrunk", ConfigFaults::pool),
          FaultKind.of("timeout-lowered", ConfigFaults::timeout),
          FaultKind.of("cache-off", ConfigFaults::cache),
          FaultKind.of("memory-limit", ConfigFaults::memory),
          FaultKind.of("log-level", ConfigFaults::logging),
          FaultKind.of("wrong-credential", stage -> refused(stage, "wrong-credential")),
          FaultKind.of("wrong-endpoint", stage -> refused(stage, "wrong-endpoint")),
          FaultKind.of("rate-limit", stage -> failing(stage, ChangeKind.CONFIG, "rate-limit")),
          FaultKind.of("flag-errors", stage -> failing(stage, ChangeKind.FLAG, "flag-errors")),
          FaultKind.of("flag-slow", ConfigFaults::flag),
          FaultKind.of("index-dropped", ConfigFaults::index));

  private static Optional<Plan> pool(Stage stage) {
    return stage
        .service(p -> busyConnections(stage, p) > 0.75)
        .map(p -> {
          Map<String, String> words = stage.words(p);
          int left = Math.max(1, (int) (0.7 * busyConnections(stage, p)));
          words.put("big", String.valueOf(p.pool()));
          words.put("small", String.valueOf(left));
          return Plan.of(
              stage.guilt(kind(stage), p, "pool-shrunk", words),
              p,
              (dials, now) -> {
                for (Replica replica : p.replicas()) {
                  if (now.on(replica)) {
                    dials.pool[replica.index()] = (double) left / p.pool();
                  }
                }
              },
              0);
        });
  }

  /** How many a replica uses at once on an average day. */
  private static double busyConnections(Stage stage, Part part) {
    double busy = 0;
    for (Call call : part.calls()) {
      if (stage.to(call).is(NodeKind.DATABASE)) {
        double calls = part.rate() / part.replicas().size() * call.perRequest() * (1 - call.hit());
        busy += calls * stage.to(call).hold();
      }
    }
    return busy;
  }

  private static ChangeKind kind(Stage stage) {
    return stage.dice().chance(0.5) ? ChangeKind.CONFIG : ChangeKind.COMMIT;
  }

  private static Optional<Plan> timeout(Stage stage) {
    return stage
        .call(c ->
            c.critical()
                && !stage.to(c).is(NodeKind.CACHE)
                && !stage.to(c).is(NodeKind.QUEUE)
                && !stage.to(c).is(NodeKind.DATABASE))
        .map(call -> {
          Map<String, String> words = stage.words(call);
          long millis = Math.max(1, Math.round(700 * stage.usualSeconds(call)));
          words.put("fewms", String.valueOf(millis));
          words.put("manyms", String.valueOf(Math.round(call.timeoutSeconds() * 1000)));
          return Plan.of(
              stage.guilt(kind(stage), stage.from(call), "timeout-lowered", words),
              stage.from(call),
              (dials, now) -> dials.timeout[call.index()] = millis / 1000.0,
              0);
        });
  }

  private static Optional<Plan> cache(Stage stage) {
    return stage
        .call(c -> c.hit() > 0)
        .map(call ->
            Plan.of(
                stage.guilt(kind(stage), stage.from(call), "cache-off", stage.words(call)),
                stage.from(call),
                (dials, now) -> {
                  dials.hit[call.index()] *= 1 - now.ramp();
                  dials.cost[call.index()] *= 1 + 0.4 * (now.force() - 1);
                },
                stage.dice().between(60, 300)));
  }

  private static Optional<Plan> memory(Stage stage) {
    return stage
        .service(p -> true)
        .map(p ->
            Plan.of(
                stage.guilt(kind(stage), p, "memory-limit", stage.words(p)),
                p,
                (dials, now) -> {
                  for (Replica replica : p.replicas()) {
                    dials.memory[replica.index()] += now.on(replica) ? 0.68 * now.ramp() : 0;
                  }
                },
                stage.dice().between(60, 240)));
  }

  private static Optional<Plan> logging(Stage stage) {
    return stage
        .service(p -> true)
        .map(p ->
            Plan.of(
                stage.guilt(kind(stage), p, "log-level", stage.words(p)),
                p,
                (dials, now) -> {
                  dials.logging[p.index()] *= 1 + 30 * now.ramp();
                  dials.disk[p.index()] += 0.1 * now.ramp();
                  for (Replica replica : p.replicas()) {
                    dials.slow[replica.index()] *= 1 + 0.35 * now.force() * now.ramp();
                  }
                },
                0));
  }

  /** Every call to it fails at once. */
  private static Optional<Plan> refused(Stage stage, String mechanism) {
    return stage
        .call(c -> c.critical() && (stage.to(c).service() || stage.to(c).is(NodeKind.EXTERNAL)))
        .map(call ->
            Plan.of(
                stage.guilt(kind(stage), stage.from(call), mechanism, stage.words(call)),
                stage.from(call),
                (dials, now) -> dials.loss[call.index()] = 0.98 * now.ramp(),
                0));
  }

  private static Optional<Plan> failing(Stage stage, ChangeKind kind, String mechanism) {
    return stage
        .service(p -> true)
        .map(p -> {
          int reach = stage.dice().below(p.calls().size() + 1);
          return Plan.of(
              stage.guilt(kind, p, mechanism, stage.words(p)),
              p,
              (dials, now) -> {
                for (Replica replica : p.replicas()) {
                  dials.reach[replica.index()] = reach;
                  dials.fail[replica.index()] += Math.min(0.9, 0.04 * now.force()) * now.ramp();
                }
              },
              0);
        });
  }

  private static Optional<Plan> flag(Stage stage) {
    return stage
        .service(p -> true)
        .map(p ->
            Plan.of(
                stage.guilt(ChangeKind.FLAG, p, "flag-on", stage.words(p)),
                p,
                (dials, now) -> {
                  for (Replica replica : p.replicas()) {
                    dials.extra[replica.index()] += p.hold() * now.force() * now.ramp();
                  }
                },
                0));
  }

  private static Optional<Plan> index(Stage stage) {
    return stage
        .call(c -> c.statement() != null && c.operation().startsWith("SELECT"))
        .map(call ->
            Plan.of(
                stage.guilt(
                    ChangeKind.MIGRATION, stage.from(call), "index-dropped", stage.words(call)),
                stage.from(call),
                DatabaseFaults.costlier(call),
                0));
  }
}
