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
          FaultKind.of("host-down", OutsideFaults::host),
          FaultKind.of("zone-loss", OutsideFaults::network),
          FaultKind.of("third-party-slow", stage -> third(stage, true)),
          FaultKind.of("third-party-failing", stage -> third(stage, false)),
          FaultKind.of("certificate-expired", OutsideFaults::certificate),
          FaultKind.of("names-unresolved", OutsideFaults::names),
          FaultKind.of("traffic-surge", OutsideFaults::surge),
          FaultKind.of("poison-record", OutsideFaults::poison));

  private static Optional<Plan> host(Stage stage) {
    List<Replica> candidates =
        stage.world().replicas().stream()
            .filter(r -> stage.world().part(r.part()).service())
            .filter(r -> stage.world().part(r.part()).rate() > 0.5)
            .filter(r -> stage.world().part(r.part()).ours())
            .toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Replica one = stage.dice().pick(candidates);
    List<Replica> gone =
        stage.world().replicas().stream()
            .filter(r -> r.host().equals(one.host()))
            .filter(r -> stage.world().part(r.part()).service())
            .toList();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "cluster-events",
            13,
            "Node " + one.host() + " is NotReady: kubelet stopped posting node status",
            Map.of("reason", "NodeNotReady", "node", one.host()),
            1));
    for (Part caller : stage.world().services()) {
      if (caller.calls().stream().anyMatch(c -> c.to() == one.part())) {
        lines.add(
            Line.error(
                caller.name(),
                "connect to "
                    + stage.world().part(one.part()).name()
                    + " on "
                    + one.host()
                    + ": no route to host"));
      }
    }
    return Optional.of(
        plan(
            stage.world().part(one.part()),
            (dials, now) -> gone.forEach(r -> dials.fail[r.index()] = 1),
            0,
            "move-away",
            lines,
            gone));
  }

  /** A share of what goes from one zone to another is lost, and sent again. */
  private static Optional<Plan> network(Stage stage) {
    String zone = stage.dice().pick(Words.ZONES);
    double[] crossing = new double[stage.world().calls().size()];
    Optional<Call> worst = Optional.empty();
    for (Call call : stage.world().calls()) {
      Part from = stage.from(call);
      Part to = stage.to(call);
      if (from.service() && !to.is(NodeKind.EXTERNAL)) {
        double in = share(to, zone);
        double out = share(from, zone);
        crossing[call.index()] = in * (1 - out) + out * (1 - in);
        if (to.service()
            && (worst.isEmpty() || crossing[call.index()] > crossing[worst.get().index()])) {
          worst = Optional.of(call);
        }
      }
    }
    return worst
        .filter(call -> crossing[call.index()] > 0)
        .map(call ->
            plan(
                stage.to(call),
                (dials, now) -> {
                  for (int c = 0; c < crossing.length; c++) {
                    dials.loss[c] += Math.min(0.6, 0.02 * now.force()) * crossing[c] * now.ramp();
                    dials.delay[c] +=
                        (crossing[c] > 0 ? 0.01 * now.force() : 0) * crossing[c] * now.ramp();
                  }
                },
                60,
                "move-away",
                List.of(
                    Line.error(
                        stage.from(call).name(),
                        "read from " + stage.to(call).name() + ": connection reset by peer"),
                    new Line(
                        "network-probe",
                        13,
                        "packet loss between " + zone + " and the other zones",
                        Map.of("zone", zone),
                        1)),
                List.of()));
  }

  private static double share(Part part, String zone) {
    double n = part.replicas().stream().filter(r -> r.zone().equals(zone)).count();
    return n / part.replicas().size();
  }

  private static Optional<Plan> third(Stage stage, boolean slow) {
    return stage
        .callTo(NodeKind.EXTERNAL)
        .map(call -> {
          Part third = stage.to(call);
          String name = third.name();
          String text =
              slow
                  ? "POST https://" + name + ": no answer within its usual time"
                  : "POST https://" + name + " returned 503 Service Unavailable";
          return plan(
              stage.from(call),
              (dials, now) -> {
                int r = third.replicas().getFirst().index();
                if (slow) {
                  dials.extra[r] += third.hold() * 2 * now.force() * now.ramp();
                } else {
                  dials.fail[r] += Math.min(0.95, 0.1 * now.force()) * now.ramp();
                }
              },
              stage.dice().between(0, 120),
              "call-owner",
              List.of(
                  new Line(
                      stage.from(call).name(),
                      slow ? 13 : 17,
                      text,
                      Map.of("server.address", name),
                      6)),
              List.of());
        });
  }

  private static Optional<Plan> certificate(Stage stage) {
    return stage
        .call(c -> c.critical() && (stage.to(c).service() || stage.to(c).is(NodeKind.EXTERNAL)))
        .map(call ->
            plan(
                stage.from(call),
                (dials, now) -> dials.loss[call.index()] = 1,
                0,
                "call-owner",
                List.of(
                    Line.error(
                        stage.from(call).name(),
                        "tls: failed to verify certificate of "
                            + stage.to(call).name()
                            + ": certificate has expired")),
                List.of()));
  }

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

  private static Plan plan(
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
