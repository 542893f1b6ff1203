package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** What is measured of one part. */
final class PartGauges {
  private final Gauges gauges;
  private final Incident incident;
  private final Part part;
  private final History history;

  PartGauges(Gauges gauges, Incident incident, Part part) {
    this.gauges = gauges;
    this.incident = incident;
    this.part = part;
    this.history = incident.history();
  }

  void read() {
    switch (part.kind()) {
      case SERVICE -> service();
      case DATABASE -> database();
      case QUEUE -> plain(Measure.DEPTH, t -> history.depth[t][part.index()]);
      case CACHE -> plain(Measure.STATEMENTS, t -> history.partRate[t][part.index()]);
      case EXTERNAL, INSTANCE, HOST -> {}
    }
  }

  private void service() {
    if (!part.ours()) {
      requests();
      return;
    }
    if (incident.house().perInstance()) {
      part.replicas().forEach(this::requests);
    } else {
      requests();
    }
    for (Replica replica : part.replicas()) {
      int r = replica.index();
      instance(replica, Measure.CPU, t -> history.cpu[t][r]);
      instance(replica, Measure.MEMORY, t -> history.memory[t][r]);
      instance(replica, Measure.WORKERS, t -> history.busyWorkers[t][r]);
      if (part.pool() > 0) {
        instance(replica, Measure.POOL, t -> history.busyPool[t][r]);
      }
    }
    plain(Measure.DISK, t -> history.disk[t][part.index()]);
    if (incident.house().restarts()) {
      plain(Measure.RESTARTS, t -> most(history.memory[t]) > 0.985 ? 2 : 0);
    }
    if (incident.house().logLines()) {
      plain(
          Measure.LOG_LINES,
          t -> history.partRate[t][part.index()] * 2 * history.logging[t][part.index()]);
    }
    part.calls().forEach(this::peer);
  }

  private double most(double[] byReplica) {
    double most = 0;
    for (Replica replica : part.replicas()) {
      most = Math.max(most, byReplica[replica.index()]);
    }
    return most;
  }

  /** Of the whole service, as its balancer sees it; of another team's service there is no more. */
  private void requests() {
    IntToDoubleFunction rate = t -> history.partRate[t][part.index()];
    plain(Measure.REQUESTS, rate);
    plain(Measure.P50, t -> history.quantile(part, t, 0.5));
    plain(Measure.P95, t -> history.quantile(part, t, 0.95));
    plain(Measure.ERRORS, t -> history.errors(part, t));
  }

  private void requests(Replica replica) {
    int r = replica.index();
    versioned(replica, Measure.REQUESTS, t -> history.rate[t][r]);
    versioned(
        replica,
        Measure.P95,
        t -> Queueing.quantile(0.95, new double[] {history.latency[t][r]}, new double[] {1}));
    versioned(replica, Measure.ERRORS, t -> history.errors[t][r]);
  }

  private void versioned(Replica replica, Measure measure, IntToDoubleFunction exact) {
    boolean versions = incident.house().versions();
    gauges.add(
        measure,
        Map.of("service", part.name(), "instance", replica.name()),
        exact,
        t -> history.rate[t][replica.index()],
        t ->
            incident.silent(replica, t)
                ? null
                : versions ? incident.timeline().version(replica, incident.time().at(t)) : "");
  }

  private void instance(Replica replica, Measure measure, IntToDoubleFunction exact) {
    gauges.add(
        measure,
        Map.of("service", part.name(), "instance", replica.name()),
        exact,
        t -> 1e6,
        t -> incident.silent(replica, t) ? null : "");
  }

  private void plain(Measure measure, IntToDoubleFunction exact) {
    gauges.add(
        measure,
        Map.of("service", part.name()),
        exact,
        t -> history.partRate[t][part.index()],
        t -> "");
  }

  private void database() {
    int r = part.replicas().getFirst().index();
    List<Call> calls = incident.world().callsTo(part);
    plain(Measure.CPU, t -> history.cpu[t][r]);
    plain(Measure.WORKERS, t -> history.busyWorkers[t][r]);
    plain(Measure.DISK, t -> history.disk[t][part.index()]);
    plain(Measure.LOCKS, t -> history.locks[t][part.index()]);
    plain(
        Measure.ROWS,
        t ->
            calls.stream()
                .mapToDouble(c -> history.callRate[t][c.index()] * 40 * history.cost[t][c.index()])
                .sum());
  }

  private void peer(Call call) {
    int c = call.index();
    Part callee = incident.world().part(call.to());
    boolean store = callee.is(NodeKind.DATABASE);
    Map<String, String> labels =
        store
            ? Map.of("service", part.name(), "peer", callee.name(), "operation", call.operation())
            : Map.of("service", part.name(), "peer", callee.name());
    if (call.hit() > 0) {
      gauges.add(Measure.HITS, labels, t -> history.hit[t][c], t -> 1e4, t -> "");
    }
    boolean measured =
        store || callee.is(NodeKind.EXTERNAL) || (callee.service() && incident.house().peers());
    if (!measured) {
      return;
    }
    IntToDoubleFunction rate = t -> history.callRate[t][c];
    gauges.add(
        store ? Measure.STATEMENT_TIME : Measure.PEER_P95,
        labels,
        t -> 1.94 * Math.min(history.callLatency[t][c], history.timeout[t][c]),
        rate,
        t -> "");
    gauges.add(
        store ? Measure.STATEMENTS : Measure.PEER_ERRORS,
        labels,
        store ? rate : t -> history.callErrors[t][c],
        rate,
        t -> "");
  }
}
