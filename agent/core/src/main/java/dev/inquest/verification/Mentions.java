package dev.inquest.verification;

import dev.inquest.investigation.Failure;
import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calls that no sampled trace shows but errors tell of: a service whose error names another service
 * depends on it.
 */
final class Mentions {
  private static final int MIN_NAME = 4;

  private Mentions() {}

  static Topology joined(Topology known, List<Failure> failures, Set<String> services) {
    Set<Edge> edges = new HashSet<>(known.edges());
    Set<String> ids = new TreeSet<>();
    known.nodes().forEach(node -> ids.add(node.id()));
    List<Node> nodes = new ArrayList<>(known.nodes());
    for (Failure failure : failures) {
      for (String other : services) {
        boolean names = other.length() >= MIN_NAME && failure.text().contains(other);
        if (names && services.contains(failure.service()) && !other.equals(failure.service())) {
          if (!edges.contains(new Edge(other, failure.service()))) {
            edges.add(new Edge(failure.service(), other));
          }
          for (String id : List.of(other, failure.service())) {
            if (ids.add(id)) {
              nodes.add(new Node(id, NodeKind.SERVICE, null, null));
            }
          }
        }
      }
    }
    return new Topology(nodes, List.copyOf(edges));
  }
}
