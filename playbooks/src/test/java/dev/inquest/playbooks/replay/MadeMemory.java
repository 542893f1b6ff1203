package dev.inquest.playbooks.replay;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.playbooks.casefile.CaseWriter;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Past leaks, each one alarm about memory at its origin while another place shouts about errors.
 */
final class MadeMemory {
  private static final Instant NOON = Instant.parse("2026-07-11T12:00:00Z");
  private static final List<String> SERVICES = List.of("shop", "mail", "bill", "user");
  private static final int COUNT = 16;

  private MadeMemory() {}

  static Path write(Path folder) {
    StringBuilder truth = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      String id = "p" + (10 + i);
      String service = SERVICES.get(i % SERVICES.size());
      String origin = service + "-" + i % 2;
      burst(folder.resolve("cases").resolve(id), id, origin, SERVICES.get((i + 1) % 4) + "-1");
      truth.append(
          """
          {"case": "%s", "verdict": "identified", "causes": [{"service": "%s", "instance": "%s", "kind": "resource", "indicator": "leak", "change": null}]}
          """
              .formatted(id, service, origin));
    }
    try {
      Files.writeString(folder.resolve("truth.jsonl"), truth);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  static Path burst(Path folder, String id, String origin, String loud) {
    List<Alert> alerts = new ArrayList<>(List.of(alert(origin, "memory")));
    Stream.of("errors", "latency", "retries").forEach(m -> alerts.add(alert(loud, m)));
    List<Node> nodes =
        SERVICES.stream()
            .flatMap(s -> Stream.of(s + "-0", s + "-1"))
            .map(i -> new Node(i, NodeKind.INSTANCE, service(i), null))
            .toList();
    CaseWriter.write(
        folder,
        new CaseFile(
            new CaseInfo(id, "memory", NOON, NOON, null, null),
            alerts,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Topology(nodes, List.of()),
            List.of()));
    return folder;
  }

  private static Alert alert(String instance, String metric) {
    return new Alert(
        instance + metric,
        NOON,
        null,
        AlertStatus.FIRING,
        Map.of(
            "alertname",
            "High",
            "instance",
            instance,
            "service",
            service(instance),
            "metric",
            metric),
        Map.of());
  }

  private static String service(String instance) {
    return instance.substring(0, instance.indexOf('-'));
  }
}
