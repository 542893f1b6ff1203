package dev.inquest.playbooks.simulation;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Which alerts fire of a fault: rules over what is measured, each held for a while. */
final class Alarms {
  private static final int MOST = 40;
  private static final List<Integer> HELD_SECONDS = List.of(60, 120, 120, 180, 300);

  /** Of an Erlang distribution of four stages, against its mean. */
  private static final double P95 = 1.94;

  private final Dice dice;
  private final Incident incident;
  private final History history;
  private final int from;
  private final double slower;
  private final double failing;
  private final List<Fired> fired = new ArrayList<>();

  /** An alert and the step at which it fires. */
  record Fired(Alert alert, int step) {}

  private Alarms(Dice dice, Incident incident) {
    this.dice = dice;
    this.incident = incident;
    this.history = incident.history();
    this.from = incident.time().onset();
    this.slower = dice.between(1.4, 2.5);
    this.failing = dice.scaled(0.01, 0.05);
  }

  /** In order of time, at most 40; may be none, where nobody would have noticed. */
  static List<Fired> of(Dice dice, Incident incident) {
    Alarms alarms = new Alarms(dice, incident);
    double policy = dice.unit();
    for (Part part : incident.world().parts()) {
      boolean watched = policy < 0.35 ? part.arrivals() > 0 : policy < 0.75 || dice.chance(0.5);
      if (watched) {
        alarms.watch(part);
      }
    }
    return alarms.fired.stream()
        .sorted(Comparator.comparingInt(Fired::step).thenComparing(f -> f.alert().fingerprint()))
        .limit(MOST)
        .toList();
  }

  private void watch(Part part) {
    int p = part.index();
    switch (part.kind()) {
      case SERVICE -> service(part);
      case DATABASE -> {
        int r = part.replicas().getFirst().index();
        rule(part, Measure.CPU, null, 0.9, t -> history.cpu[t][r]);
        rule(part, Measure.LOCKS, null, 5, t -> history.locks[t][p]);
        rule(part, Measure.DISK, null, 0.92, t -> history.disk[t][p]);
      }
      case QUEUE ->
          rule(part, Measure.DEPTH, null, 60 * part.rate() + 50, t -> history.depth[t][p]);
      case CACHE, EXTERNAL, INSTANCE, HOST -> {}
    }
  }

  private void service(Part part) {
    double usual = 0;
    for (int t = 0; t < from; t++) {
      usual = Math.max(usual, P95 * history.latency(part, t));
    }
    rule(part, Measure.P95, null, usual * slower, t -> P95 * history.latency(part, t));
    rule(part, Measure.ERRORS, null, failing, t -> history.errors(part, t));
    if (!part.ours()) {
      return;
    }
    rule(part, Measure.DISK, null, 0.92, t -> history.disk[t][part.index()]);
    for (Replica replica : part.replicas()) {
      int r = replica.index();
      if (!incident.silent(replica, incident.end() - 1)) {
        rule(part, Measure.CPU, replica, 0.92, t -> history.cpu[t][r]);
        rule(part, Measure.MEMORY, replica, 0.93, t -> history.memory[t][r]);
        rule(part, Measure.POOL, replica, 0.95, t -> history.busyPool[t][r]);
      }
    }
  }

  private void rule(
      Part part,
      Measure measure,
      @Nullable Replica replica,
      double threshold,
      IntToDoubleFunction value) {
    int hold = Math.max(1, dice.pick(HELD_SECONDS) / incident.time().stepSeconds());
    int above = 0;
    for (int t = from; t < incident.end(); t++) {
      above = value.applyAsDouble(t) > threshold ? above + 1 : 0;
      if (above > hold) {
        fired.add(new Fired(alert(part, measure, replica, threshold, t), t));
        return;
      }
    }
  }

  private Alert alert(
      Part part, Measure measure, @Nullable Replica replica, double threshold, int step) {
    Map<String, String> labels = labels(incident.house(), part, measure, dice.chance(0.4));
    if (replica != null) {
      labels.put("instance", replica.name());
    }
    double shown = threshold * measure.scale(incident.house().names());
    return new Alert(
        dice.hex(16),
        incident.time().at(step),
        null,
        AlertStatus.FIRING,
        labels,
        Map.of("summary", words(measure) + " of " + part.name() + " is above " + (float) shown));
  }

  static Map<String, String> labels(House house, Part part, Measure measure, boolean critical) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("alertname", name(part, measure));
    labels.put("service", part.name());
    labels.put("severity", critical ? "critical" : "warning");
    labels.put("metric", measure.name(house.names()));
    return labels;
  }

  static String name(Part part, Measure measure) {
    String what = part.is(NodeKind.SERVICE) ? "Service" : "Store";
    return what
        + switch (measure) {
          case P95, P50 -> "LatencyHigh";
          case ERRORS -> "ErrorsHigh";
          case REQUESTS -> "RequestsHigh";
          case CPU -> "CpuHigh";
          case MEMORY -> "MemoryHigh";
          case POOL -> "ConnectionsHigh";
          case DISK -> "DiskFilling";
          case DEPTH -> "BacklogGrowing";
          case LOCKS -> "LockWaits";
          case WORKERS,
              RESTARTS,
              LOG_LINES,
              PEER_P95,
              PEER_ERRORS,
              STATEMENT_TIME,
              STATEMENTS,
              ROWS,
              HITS,
              NODE_CPU ->
              "Unusual";
        };
  }

  static String words(Measure measure) {
    return switch (measure) {
      case P95, P50 -> "latency (p95)";
      case ERRORS -> "the share of failing requests";
      case REQUESTS -> "the request rate";
      case CPU -> "cpu";
      case MEMORY -> "memory";
      case POOL -> "use of database connections";
      case DISK -> "disk use";
      case DEPTH -> "the backlog";
      case LOCKS -> "the number of waiting locks";
      case WORKERS,
          RESTARTS,
          LOG_LINES,
          PEER_P95,
          PEER_ERRORS,
          STATEMENT_TIME,
          STATEMENTS,
          ROWS,
          HITS,
          NODE_CPU ->
          "a metric";
    };
  }
}
