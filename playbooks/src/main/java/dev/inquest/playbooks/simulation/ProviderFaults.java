package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Faults at the other end of a call: third parties, certificates. */
final class ProviderFaults {
  private ProviderFaults() {}

  static Optional<Plan> third(Stage stage, boolean slow) {
    return stage
        .callTo(NodeKind.EXTERNAL)
        .map(call -> {
          Part third = stage.to(call);
          String name = third.name();
          String text =
              slow
                  ? "POST https://" + name + ": no answer within its usual time"
                  : "POST https://" + name + " returned 503 Service Unavailable";
          return OutsideFaults.plan(
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

  static Optional<Plan> certificate(Stage stage) {
    return stage
        .call(c -> c.critical() && (stage.to(c).service() || stage.to(c).is(NodeKind.EXTERNAL)))
        .map(call ->
            OutsideFaults.plan(
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
}
