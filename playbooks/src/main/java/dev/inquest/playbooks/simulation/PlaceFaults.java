package dev.inquest.playbooks.simulation;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Faults that no change brought, with a place: a resource of one of our services, which is to be
 * named, or another team's service, which is none of ours.
 */
final class PlaceFaults {
  private PlaceFaults() {}

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of("cpu-hog", PlaceFaults::hog),
          FaultKind.of("disk-full", PlaceFaults::disk),
          FaultKind.of("heap-exhausted", PlaceFaults::heap),
          FaultKind.of("stuck-threads", PlaceFaults::stuck),
          FaultKind.of("other-team-slow", stage -> others(stage, true)),
          FaultKind.of("other-team-failing", stage -> others(stage, false)));

  /** Memory fills up; collecting it takes ever longer. */
  static Effect filling(Part part) {
    return (dials, now) -> {
      for (Replica replica : part.replicas()) {
        dials.memory[replica.index()] += now.on(replica) ? 0.68 * now.ramp() : 0;
      }
    };
  }

  private static Optional<Plan> hog(Stage stage) {
    return stage
        .service(p -> p.replicas().size() > 1)
        .map(p -> {
          Replica hit = stage.dice().pick(p.replicas());
          return plan(
              p,
              hit.name(),
              CauseKind.RESOURCE,
              (dials, now) ->
                  dials.burn[hit.index()] += Math.min(0.96, 0.6 + 0.06 * now.force()) * now.ramp(),
              30,
              List.of(hit),
              List.of(Line.warning(p.name(), "request was not scheduled for 480 ms: cpu starved")));
        });
  }

  private static Optional<Plan> disk(Stage stage) {
    Optional<Part> part =
        stage.dice().chance(0.5) ? stage.part(NodeKind.DATABASE) : stage.service(p -> true);
    return part.map(p ->
        plan(
            p,
            null,
            CauseKind.RESOURCE,
            (dials, now) -> dials.disk[p.index()] += now.ramp(),
            stage.dice().between(600, 1200),
            List.of(),
            List.of(Line.error(p.name(), "write failed: no space left on device"))));
  }

  private static Optional<Plan> heap(Stage stage) {
    return stage
        .service(p -> true)
        .map(p ->
            plan(
                p,
                null,
                CauseKind.RESOURCE,
                filling(p),
                stage.dice().between(600, 1500),
                List.of(),
                List.of(
                    Line.warning(p.name(), "garbage collection paused for 1900 ms"),
                    Line.error(p.name(), "OutOfMemoryError: heap space"))));
  }

  private static Optional<Plan> stuck(Stage stage) {
    return stage
        .service(p -> p.workers() > 4)
        .map(p ->
            plan(
                p,
                null,
                CauseKind.RESOURCE,
                (dials, now) -> {
                  for (Replica replica : p.replicas()) {
                    dials.workers[replica.index()] /= 1 + (2 + now.force()) * now.ramp();
                  }
                },
                stage.dice().between(60, 400),
                List.of(),
                List.of(
                    Line.error(
                        p.name(), "worker threads exhausted: request rejected by the executor"))));
  }

  private static Optional<Plan> others(Stage stage, boolean slow) {
    List<Part> foreign = stage.world().parts(p -> p.service() && !p.ours() && p.rate() > 0.1);
    if (foreign.isEmpty()) {
      return Optional.empty();
    }
    Part p = stage.dice().pick(foreign);
    Line line =
        slow
            ? Line.warning(p.name(), "request took 2100 ms, queue in front of the workers")
            : Line.error(p.name(), "internal error: state store is not available");
    return Optional.of(
        plan(
            p,
            null,
            CauseKind.DEPENDENCY,
            (dials, now) -> {
              for (Replica replica : p.replicas()) {
                if (slow) {
                  dials.extra[replica.index()] += p.hold() * now.force() * now.ramp();
                } else {
                  dials.fail[replica.index()] += Math.min(0.9, 0.06 * now.force()) * now.ramp();
                }
              }
            },
            60,
            List.of(),
            List.of(line)));
  }

  private static Plan plan(
      Part part,
      @Nullable String instance,
      CauseKind kind,
      Effect effect,
      double ramp,
      List<Replica> hit,
      List<Line> lines) {
    boolean ours = kind != CauseKind.DEPENDENCY;
    return new Plan(
        part,
        ours ? Answer.Verdict.IDENTIFIED : Answer.Verdict.NO_CODE_CAUSE,
        effect,
        ramp,
        null,
        ours ? List.of(Answer.Cause.at(part.name(), instance, kind)) : List.of(),
        ours ? "relieve" : "call-owner",
        lines,
        hit,
        null);
  }
}
