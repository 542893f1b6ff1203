package dev.inquest.ranking;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.MemoryBook;
import dev.inquest.investigation.Scope;
import dev.inquest.memory.PastIncidents;
import dev.inquest.playbook.Catalogue;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import dev.inquest.topology.TraceTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** A made incident: a minute a sample, the alert at sample 100, the onset shortly before. */
final class Scene {
  static final int SAMPLES = 103;
  static final int ALERT = 100;
  static final int ONSET = 98;

  final List<MetricSeries> metrics = new ArrayList<>();
  final List<SampledTrace> traces = new ArrayList<>();
  final List<LogRecord> logs = new ArrayList<>();
  final List<Alert> alerts = new ArrayList<>();
  final SplittableRandom random;
  final Instant start;
  private final Map<String, Node> nodes = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  Set<String> symptoms = Set.of("latency");
  String alerting = "front";

  Scene(long seed, Instant start) {
    this.random = new SplittableRandom(seed);
    this.start = start;
  }

  static Scene at(long seed) {
    return new Scene(seed, Instant.parse("2026-03-02T08:00:00Z"));
  }

  Instant time(int sample) {
    return start.plus(Duration.ofMinutes(sample));
  }

  Scene calls(String from, String... to) {
    node(from, NodeKind.SERVICE);
    for (String callee : to) {
      node(callee, NodeKind.SERVICE);
      edges.add(new Edge(from, callee));
    }
    return this;
  }

  Scene node(String id, NodeKind kind) {
    if (kind != NodeKind.SERVICE || !nodes.containsKey(id)) {
      nodes.put(id, new Node(id, kind, null, null));
    }
    return this;
  }

  /** A series with a twentieth of noise. */
  Scene series(String service, String name, Map<String, String> labels, IntToDoubleFunction level) {
    Map<String, String> all = new HashMap<>(labels);
    all.put("service", service);
    long[] times = new long[SAMPLES];
    double[] values = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      times[i] = time(i).toEpochMilli();
      values[i] = level.applyAsDouble(i) * (1 + 0.05 * random.nextGaussian());
    }
    metrics.add(new MetricSeries(SeriesId.of(name, all), times, values));
    return this;
  }

  Scene latency(String service, double before, double after) {
    return series(
        service, "request_seconds", Map.of("statistic", "mean"), i -> i < ONSET ? before : after);
  }

  Scene requests(String service, double rate) {
    return series(service, "requests", Map.of("statistic", "rate"), i -> rate);
  }

  void shuffle(long seed) {
    Collections.shuffle(metrics, new Random(seed));
    Collections.shuffle(traces, new Random(seed));
    Collections.shuffle(logs, new Random(seed));
    Collections.shuffle(edges, new Random(seed));
  }

  NodeRanking rank() {
    return new NodeRanker(new Catalogue(List.of()), PastIncidents.NONE)
        .rank(scope(), gathered(), null, new KeptSigns(), new MemoryBook());
  }

  String first() {
    return rank().first().map(RankedNode::service).orElse("nobody");
  }

  private Scope scope() {
    if (alerts.isEmpty()) {
      alerts.add(alert("a1", Map.of("service", alerting)));
    }
    return new Scope(
        alerts,
        time(ALERT),
        new TimeWindow(start, time(SAMPLES)),
        Set.of(alerting),
        Set.of(alerting),
        symptoms,
        topology());
  }

  Alert alert(String fingerprint, Map<String, String> labels) {
    return new Alert(fingerprint, time(ALERT), null, AlertStatus.FIRING, labels, Map.of());
  }

  private Topology topology() {
    return new Topology(List.copyOf(nodes.values()), List.copyOf(edges));
  }

  private Gathered gathered() {
    return new Gathered(
        metrics,
        traces,
        logs,
        List.of(),
        TraceTopology.of(topology(), traces),
        List.of(),
        List.of(),
        List.of());
  }
}
