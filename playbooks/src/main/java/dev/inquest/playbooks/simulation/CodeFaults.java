package dev.inquest.playbooks.simulation;

import dev.inquest.change.ChangeKind;
import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults that a release brought. */
final class CodeFaults {
  private CodeFaults() {}

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of("null-dereference", stage -> failing(stage, "null-dereference")),
          FaultKind.of("dependency-bump", stage -> failing(stage, "dependency-bump")),
          FaultKind.of("bad-regex", CodeFaults::regex),
          FaultKind.of("canary-errors", stage -> canary(failing(many(stage), "null-dereference"))),
          FaultKind.of("canary-slow", stage -> canary(regex(many(stage)))),
          FaultKind.of("n-plus-one", CodeFaults::loop),
          FaultKind.of("unindexed-query", CodeFaults::unindexed),
          FaultKind.of("memory-leak", CodeFaults::leak),
          FaultKind.of("connection-leak", CodeFaults::connections),
          FaultKind.of("global-lock", CodeFaults::lock),
          FaultKind.of("contract-change", CodeFaults::contract),
          FaultKind.of("early-return", CodeFaults::early),
          FaultKind.of("retry-storm", CodeFaults::retries));

  private static Optional<Plan> failing(Optional<Part> part, Stage stage, String mechanism) {
    return part.map(p -> {
      int reach = stage.dice().below(p.calls().size() + 1);
      return Plan.of(
          stage.release(p, mechanism, stage.words(p)),
          p,
          (dials, now) -> {
            for (Replica replica : p.replicas()) {
              if (now.on(replica)) {
                int r = replica.index();
                dials.reach[r] = reach;
                dials.fail[r] += Math.min(0.9, 0.03 * now.force()) * now.ramp();
              }
            }
          },
          0);
    });
  }

  private static Optional<Plan> failing(Stage stage, String mechanism) {
    return failing(stage.service(p -> true), stage, mechanism);
  }

  private static Optional<Plan> failing(Choice choice, String mechanism) {
    return failing(choice.part(), choice.stage(), mechanism);
  }

  /** A service with copies to compare. */
  private record Choice(Stage stage, Optional<Part> part) {}

  private static Choice many(Stage stage) {
    return new Choice(stage, stage.service(p -> p.replicas().size() > 1));
  }

  private static Optional<Plan> canary(Optional<Plan> plan) {
    return plan.flatMap(
        p -> Optional.ofNullable(p.guilt()).map(g -> p.rolledOut(g.rolling(Guilt.Rollout.CANARY))));
  }

  private static Optional<Plan> regex(Stage stage) {
    return regex(new Choice(stage, stage.service(p -> true)));
  }

  private static Optional<Plan> regex(Choice choice) {
    Stage stage = choice.stage();
    return choice
        .part()
        .map(p ->
            Plan.of(
                stage.release(p, "bad-regex", stage.words(p)),
                p,
                (dials, now) -> {
                  for (Replica replica : p.replicas()) {
                    if (now.on(replica)) {
                      dials.slow[replica.index()] *= 1 + 0.4 * now.force() * now.ramp();
                    }
                  }
                },
                0));
  }

  private static Optional<Plan> loop(Stage stage) {
    return stage
        .call(c -> stage.to(c).is(NodeKind.DATABASE) && c.hit() == 0)
        .map(call ->
            Plan.of(
                stage.release(stage.from(call), "n-plus-one", stage.words(call)),
                stage.from(call),
                (dials, now) -> {
                  List<Replica> replicas = stage.from(call).replicas();
                  for (int i = 0; i < replicas.size(); i++) {
                    if (now.on(replicas.get(i))) {
                      dials.times[call.index()][i] *= 1 + 2 * now.force() * now.ramp();
                    }
                  }
                },
                0));
  }

  private static Optional<Plan> unindexed(Stage stage) {
    return stage
        .call(c -> c.statement() != null && c.operation().startsWith("SELECT"))
        .map(call -> {
          Map<String, String> words = stage.words(call);
          Guilt guilt = stage.guilt(ChangeKind.COMMIT, stage.from(call), "unindexed-query", words);
          Guilt both = new Guilt(guilt.kind(), guilt.part(), guilt.patch(), guilt.rollout(), true);
          String sql =
              "SELECT * FROM "
                  + words.get("table")
                  + " WHERE lower(note) LIKE ? ORDER BY updated_at";
          return Plan.of(both, stage.from(call), DatabaseFaults.costlier(call), 0)
              .sending(new Plan.Restated(call, sql));
        });
  }

  private static Optional<Plan> leak(Stage stage) {
    return stage
        .service(p -> true)
        .map(p ->
            Plan.of(
                stage.release(p, "memory-leak", stage.words(p)),
                p,
                PlaceFaults.filling(p),
                stage.dice().between(900, 1800)));
  }

  private static Optional<Plan> connections(Stage stage) {
    return stage
        .service(p -> p.pool() > 0)
        .map(p ->
            Plan.of(
                stage.release(p, "connection-leak", stage.words(p)),
                p,
                (dials, now) -> {
                  double starved = Math.max(0, now.ramp() - 0.75) / 0.25;
                  for (Replica replica : p.replicas()) {
                    if (now.on(replica)) {
                      dials.leaked[replica.index()] = now.ramp();
                      dials.fail[replica.index()] += 0.8 * starved;
                      dials.extra[replica.index()] += 0.5 * starved;
                    }
                  }
                },
                stage.dice().between(500, 1200)));
  }

  private static Optional<Plan> lock(Stage stage) {
    return stage
        .service(p -> p.workers() > 4)
        .map(p ->
            Plan.of(
                stage.release(p, "global-lock", stage.words(p)),
                p,
                (dials, now) -> {
                  for (Replica replica : p.replicas()) {
                    if (now.on(replica)) {
                      dials.workers[replica.index()] /= 1 + (1 + now.force()) * now.ramp();
                    }
                  }
                },
                0));
  }

  /** The callee changes what it answers; who asks it fails. */
  private static Optional<Plan> contract(Stage stage) {
    return stage
        .call(c -> stage.to(c).service() && stage.to(c).ours() && c.critical())
        .map(call ->
            Plan.of(
                stage.release(stage.to(call), "contract-change", stage.words(stage.to(call))),
                stage.from(call),
                (dials, now) -> unusable(stage, call, dials, now),
                0));
  }

  /** The callee answers at once what it should have asked others for; who asks it fails. */
  private static Optional<Plan> early(Stage stage) {
    return stage
        .call(c ->
            stage.to(c).service()
                && stage.to(c).ours()
                && c.critical()
                && !stage.to(c).calls().isEmpty())
        .map(call -> {
          Part asked = stage.to(call);
          int reach = stage.dice().below(asked.calls().size());
          return Plan.of(
              stage.release(asked, "early-return", stage.words(asked)),
              stage.from(call),
              (dials, now) -> {
                for (Replica replica : asked.replicas()) {
                  if (now.on(replica)) {
                    dials.reach[replica.index()] = reach;
                    dials.early[replica.index()] = struck(now);
                  }
                }
                unusable(stage, call, dials, now);
              },
              0);
        });
  }

  /** Who asks fails right after the call, as often as the answer is of no use. */
  private static void unusable(Stage stage, Call call, Dials dials, Moment now) {
    Part asked = stage.to(call);
    double share = 0;
    for (Replica replica : asked.replicas()) {
      share += now.on(replica) ? 1.0 / asked.replicas().size() : 0;
    }
    Part asks = stage.from(call);
    for (Replica replica : asks.replicas()) {
      dials.reach[replica.index()] = asks.calls().indexOf(call) + 1;
      dials.fail[replica.index()] += struck(now) * share;
    }
  }

  private static double struck(Moment now) {
    return Math.min(0.9, 0.08 * now.force()) * now.ramp();
  }

  private static Optional<Plan> retries(Stage stage) {
    return stage
        .call(c -> stage.to(c).service() && c.critical())
        .map(call -> {
          double usual = stage.usualSeconds(call);
          Map<String, String> words = stage.words(call);
          long millis = Math.max(1, Math.round(1200 * usual));
          words.put("fewms", String.valueOf(millis));
          words.put("manyms", String.valueOf(Math.round(call.timeoutSeconds() * 1000)));
          int tries = stage.dice().between(5, 10);
          words.put("tries", String.valueOf(tries));
          return Plan.of(
              stage.guilt(ChangeKind.COMMIT, stage.from(call), "retry-storm", words),
              stage.from(call),
              (dials, now) -> {
                dials.timeout[call.index()] = millis / 1000.0;
                dials.tries[call.index()] = tries;
              },
              0);
        });
  }
}
