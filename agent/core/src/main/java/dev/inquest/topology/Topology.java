package dev.inquest.topology;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who calls whom. An edge runs from caller to callee. */
public record Topology(List<Node> nodes, List<Edge> edges) {
  /** What a node is; the wire form is the lower-case name. */
  public enum NodeKind {
    SERVICE,
    INSTANCE,
    DATABASE,
    QUEUE,
    CACHE,
    EXTERNAL,
    HOST
  }

  /**
   * @param service the service an instance belongs to
   * @param host the host an instance runs on
   */
  public record Node(String id, NodeKind kind, @Nullable String service, @Nullable String host) {
    public Node {
      requireNonNull(id, "id");
      requireNonNull(kind, "kind");
    }
  }

  /** Caller to callee. */
  public record Edge(String from, String to) {}

  public static final Topology EMPTY = new Topology(List.of(), List.of());

  public Topology {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  public Set<String> calleesOf(String id) {
    Set<String> found = new TreeSet<>();
    for (Edge edge : edges) {
      if (edge.from().equals(id)) {
        found.add(edge.to());
      }
    }
    return found;
  }

  public Set<String> callersOf(String id) {
    Set<String> found = new TreeSet<>();
    for (Edge edge : edges) {
      if (edge.to().equals(id)) {
        found.add(edge.from());
      }
    }
    return found;
  }
}
