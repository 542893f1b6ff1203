package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology.NodeKind;
import java.util.List;

/**
 * A service, database, queue, cache or third party.
 *
 * @param index its place in the world: callers stand before callees
 * @param ours whether its changes are seen here
 * @param selfSeconds its own work a request
 * @param workers how many requests a replica serves at once
 * @param cores of a replica
 * @param pool database connections of a replica; 0 where it uses no database
 * @param arrivals requests a second from outside, on average
 * @param rate requests a second altogether, on average
 * @param hold mean seconds a request takes on an average day
 */
record Part(
    int index,
    String name,
    NodeKind kind,
    boolean ours,
    String language,
    double selfSeconds,
    int workers,
    double cores,
    int pool,
    double arrivals,
    double rate,
    double hold,
    List<Replica> replicas,
    List<Call> calls) {
  Part {
    replicas = List.copyOf(replicas);
    calls = List.copyOf(calls);
  }

  boolean service() {
    return kind == NodeKind.SERVICE;
  }

  boolean is(NodeKind other) {
    return kind == other;
  }
}
