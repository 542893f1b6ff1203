package dev.inquest.memory;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A hand-made burst of alarms in a system of services with two instances each. */
final class Outage {
  private static final Instant NOON = Instant.parse("2026-07-11T12:00:00Z");

  private final List<Alert> alerts = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final UnaryOperator<String> renamed;

  Outage(String... services) {
    this(name -> name, services);
  }

  /**
   * @param renamed every name and word of the system, in another tongue
   */
  Outage(UnaryOperator<String> renamed, String... services) {
    this.renamed = renamed;
    for (String service : services) {
      for (int i = 0; i < 2; i++) {
        nodes.add(
            new Node(instance(service + "-" + i), NodeKind.INSTANCE, renamed.apply(service), null));
      }
    }
  }

  Outage calls(String caller, String callee) {
    edges.add(new Edge(instance(caller), instance(callee)));
    return this;
  }

  Outage metric(String instance, String metric) {
    return metric(instance, metric, 0);
  }

  Outage metric(String instance, String metric, int seconds) {
    return alert(instance, seconds, Map.of("alertname", "High", "metric", renamed.apply(metric)));
  }

  Outage slow(String instance, String peer) {
    return alert(instance, 0, Map.of("alertname", "Slow", "peer", instance(peer)));
  }

  private Outage alert(String instance, int seconds, Map<String, String> more) {
    Map<String, String> labels = new TreeMap<>(more);
    labels.put("instance", instance(instance));
    labels.put("service", renamed.apply(instance.substring(0, instance.lastIndexOf('-'))));
    alerts.add(
        new Alert(
            "f" + alerts.size(),
            NOON.plusSeconds(seconds),
            null,
            AlertStatus.FIRING,
            labels,
            Map.of()));
    return this;
  }

  private String instance(String name) {
    int dash = name.lastIndexOf('-');
    return renamed.apply(name.substring(0, dash)) + name.substring(dash);
  }

  Burst burst() {
    return new Burst(alerts, topology());
  }

  List<Alert> alerts() {
    return List.copyOf(alerts);
  }

  Topology topology() {
    return new Topology(nodes, edges);
  }

  PastIncident from(String id, String origin, String indicator) {
    String service = renamed.apply(origin.substring(0, origin.lastIndexOf('-')));
    return new PastIncident(
        id,
        alerts,
        topology(),
        List.of(new KnownOrigin(service, instance(origin), null, indicator)));
  }
}
