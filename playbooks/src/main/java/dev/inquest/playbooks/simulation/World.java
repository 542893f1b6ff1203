package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Who there is and who calls whom. Immutable. */
final class World {
  private final List<Part> parts;
  private final List<Call> calls;
  private final List<Replica> replicas;
  private final List<String> hosts;
  private final List<List<Call>> callsTo = new ArrayList<>();

  World(List<Part> parts, List<Call> calls, List<Replica> replicas, List<String> hosts) {
    this.parts = List.copyOf(parts);
    this.calls = List.copyOf(calls);
    this.replicas = List.copyOf(replicas);
    this.hosts = List.copyOf(hosts);
    for (Part part : parts) {
      callsTo.add(calls.stream().filter(call -> call.to() == part.index()).toList());
    }
  }

  /** Callers before callees. */
  List<Part> parts() {
    return parts;
  }

  /** By index; so with replicas. */
  List<Call> calls() {
    return calls;
  }

  List<Replica> replicas() {
    return replicas;
  }

  /** Names, in order. */
  List<String> hosts() {
    return hosts;
  }

  Part part(int index) {
    return parts.get(index);
  }

  List<Part> parts(Predicate<Part> wanted) {
    return parts.stream().filter(wanted).toList();
  }

  List<Part> services() {
    return parts(Part::service);
  }

  List<Call> callsTo(Part part) {
    return callsTo.get(part.index());
  }

  /** Everything whose requests come to the part in the end, itself included; not over queues. */
  boolean[] waitingFor(Part part) {
    boolean[] waits = new boolean[parts.size()];
    waits[part.index()] = true;
    for (int i = part.index() - 1; i >= 0; i--) {
      boolean queue = parts.get(i).is(NodeKind.QUEUE);
      for (Call call : parts.get(i).calls()) {
        waits[i] |= !queue && waits[call.to()];
      }
    }
    return waits;
  }

  /** As {@code topology.json} tells it. */
  Topology topology() {
    List<Node> nodes = new ArrayList<>();
    TreeSet<String> edges = new TreeSet<>();
    for (Part part : parts) {
      nodes.add(new Node(part.name(), part.kind(), null, null));
      for (Call call : part.calls()) {
        edges.add(part.name() + '\n' + parts.get(call.to()).name());
      }
    }
    for (Part part : services()) {
      for (Replica replica : part.replicas()) {
        nodes.add(new Node(replica.name(), NodeKind.INSTANCE, part.name(), replica.host()));
      }
    }
    hosts.forEach(host -> nodes.add(new Node(host, NodeKind.HOST, null, null)));
    return new Topology(
        nodes,
        edges.stream()
            .map(edge -> edge.split("\n", -1))
            .map(ends -> new Edge(ends[0], ends[1]))
            .toList());
  }
}
