package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults of what services run on: a host that is gone, a network that loses packets. */
final class HostFaults {
  private HostFaults() {}

  static Optional<Plan> host(Stage stage) {
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
        OutsideFaults.plan(
            stage.world().part(one.part()),
            (dials, now) -> gone.forEach(r -> dials.fail[r.index()] = 1),
            0,
            "move-away",
            lines,
            gone));
  }

  /** A share of what goes from one zone to another is lost, and sent again. */
  static Optional<Plan> network(Stage stage) {
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
            OutsideFaults.plan(
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
}
