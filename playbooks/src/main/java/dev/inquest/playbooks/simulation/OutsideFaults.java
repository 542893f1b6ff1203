package dev.inquest.playbooks.simulation;

import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults that nobody here brought: nodes, networks, third parties, certificates, load, data. */
final class OutsideFaults {
  private OutsideFaults() {}

  static final List<FaultKind> KINDS =
      List.of(
          FaultKind.of("host-down", HostFaults::host),
          FaultKind.of("zone-loss", HostFaults::network),
          FaultKind.of("third-party-slow", stage -> ProviderFaults.third(stage, true)),
          FaultKind.of("third-party-failing", stage -> ProviderFaults.third(stage, false)),
          FaultKind.of("certificate-expired", ProviderFaults::certificate),
          FaultKind.of("names-unresolved", OutsideFaults::names),
          FaultKind.of("traffic-surge", OutsideFaults::surge),
          FaultKind.of("poison-record", OutsideFaults::poison));

  /** No name resolves well any more: calls to several others fail now and then. */
  private static Optional<Plan> names(Stage stage) {
    return stage
        .call(c -> c.critical() && stage.to(c).service())
        .map(call -> {
          List<Line> lines = new ArrayList<>();
          for (Call other : stage.world().calls()) {
            boolean told = stage.to(other).service() || stage.to(other).is(NodeKind.EXTERNAL);
            if (stage.from(other).service() && told && lines.size() < 5) {
              lines.add(
                  Line.error(
                      stage.from(other).name(),
                      "lookup "
                          + stage.to(other).name()
                          + ": temporary failure in name resolution"));
            }
          }
          return plan(
              stage.from(call),
              (dials, now) -> {
                for (int c = 0; c < dials.loss.length; c++) {
                  dials.loss[c] += Math.min(0.7, 0.02 * now.force()) * now.ramp();
                }
              },
              60,
              "move-away",
              lines,
              List.of());
        });
  }

  private static Optional<Plan> surge(Stage stage) {
    return stage
        .service(p -> p.arrivals() > 0)
        .map(p ->
            plan(
                p,
                (dials, now) -> dials.arrivals[p.index()] *= 1 + 0.6 * now.force() * now.ramp(),
                stage.dice().between(120, 500),
                "scale-out",
                List.of(Line.warning(p.name(), "too many concurrent requests, shedding load")),
                List.of()));
  }

  /** One record that nobody can read comes back again and again. */
  private static Optional<Plan> poison(Stage stage) {
    return stage
        .part(NodeKind.QUEUE)
        .map(queue -> {
          Part worker = stage.to(queue.calls().getFirst());
          String record = "offset " + stage.dice().between(100_000, 9_000_000);
          return plan(
              worker,
              (dials, now) -> {
                for (Replica replica : worker.replicas()) {
                  dials.fail[replica.index()] += 0.5;
                  dials.workers[replica.index()] /= 1 + (4 + now.force()) * now.ramp();
                }
              },
              30,
              "mend-data",
              List.of(
                  new Line(
                      worker.name(),
                      17,
                      "cannot process record at "
                          + record
                          + " of "
                          + queue.name()
                          + ": malformed payload, will be delivered again",
                      Map.of("messaging.destination.name", queue.name(), "record", record),
                      6)),
              List.of());
        });
  }

  /** Nothing of ours did it. */
  static Plan plan(
      Part origin,
      Effect effect,
      double ramp,
      String remediation,
      List<Line> lines,
      List<Replica> hit) {
    return new Plan(
        origin,
        Answer.Verdict.NO_CODE_CAUSE,
        effect,
        ramp,
        null,
        List.of(),
        remediation,
        lines,
        hit,
        null);
  }
}
