package dev.inquest.topology;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who calls whom, as sampled traces show it, joined with what was known before. */
public final class TraceTopology {
  private static final List<String> DATABASE_KEYS = List.of("db.system.name", "db.system");
  private static final List<String> QUEUE_KEYS =
      List.of("messaging.destination.name", "messaging.destination", "messaging.system");
  private static final List<String> NAMESPACE_KEYS = List.of("db.namespace", "db.name");
  private static final List<String> CACHES = List.of("redis", "memcached", "valkey");

  private final Map<String, Node> nodes = new HashMap<>();
  private final Set<Edge> edges = new HashSet<>();

  private TraceTopology() {}

  public static Topology of(Topology known, List<SampledTrace> traces) {
    TraceTopology builder = new TraceTopology();
    known.nodes().forEach(builder::node);
    known.edges().forEach(builder::edge);
    traces.forEach(builder::trace);
    return new Topology(
        List.copyOf(new TreeMap<>(builder.nodes).values()),
        builder.edges.stream()
            .sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to))
            .toList());
  }

  /** The database a span talks to, e.g. {@code postgresql:shop}; null where it is none. */
  public static @Nullable String database(Span span) {
    String system = first(span, DATABASE_KEYS);
    if (system == null) {
      return null;
    }
    String namespace = first(span, NAMESPACE_KEYS);
    return namespace == null ? system : system + ":" + namespace;
  }

  private void trace(SampledTrace trace) {
    Parents parents = new Parents(trace.spans());
    for (Span span : trace.spans()) {
      if (!nodes.containsKey(span.service())) {
        node(new Node(span.service(), NodeKind.SERVICE, null, null));
      }
      Span parent = parents.of(span);
      if (parent != null && !parent.service().equals(span.service())) {
        edge(new Edge(parent.service(), span.service()));
      }
      resource(span);
    }
  }

  private void resource(Span span) {
    if (span.attributes().isEmpty()) {
      return;
    }
    String database = database(span);
    if (database != null) {
      boolean cache = CACHES.stream().anyMatch(database::startsWith);
      node(new Node(database, cache ? NodeKind.CACHE : NodeKind.DATABASE, null, null));
      edge(new Edge(span.service(), database));
      return;
    }
    String queue = first(span, QUEUE_KEYS);
    if (queue != null) {
      node(new Node(queue, NodeKind.QUEUE, null, null));
      boolean consumes = span.kind() == SpanKind.CONSUMER;
      edge(consumes ? new Edge(queue, span.service()) : new Edge(span.service(), queue));
    }
  }

  private void node(Node node) {
    nodes.putIfAbsent(node.id(), node);
  }

  private void edge(Edge edge) {
    edges.add(edge);
  }

  private static @Nullable String first(Span span, List<String> keys) {
    for (String key : keys) {
      String value = span.attributes().get(key);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
