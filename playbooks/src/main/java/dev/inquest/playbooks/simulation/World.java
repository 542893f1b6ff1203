package dev.inquest.playbooks.simulation;

import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who there is and who calls whom.
 *
 * @param parts callers before callees
 * @param calls by index
 * @param replicas by index
 * @param hosts names, in order
 */
record World(List<Part> parts, List<Call> calls, List<Replica> replicas, List<String> hosts) {
  World {
    parts = List.copyOf(parts);
    calls = List.copyOf(calls);
    replicas = List.copyOf(replicas);
    hosts = List.copyOf(hosts);
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
    return calls.stream().filter(call -> call.to() == part.index()).toList();
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
