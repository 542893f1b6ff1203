package dev.inquest.investigation;

import dev.inquest.change.Words;
import dev.inquest.evidence.SeriesId;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The databases and caches that telemetry knows, by every name that it calls them. */
final class Stores {
  private static final Set<NodeKind> KINDS = Set.of(NodeKind.DATABASE, NodeKind.CACHE);
  private static final Set<String> DATABASE_WORDS =
      Set.of("db", "sql", "database", "query", "queries", "statement", "statements", "jdbc");

  private final Set<String> names = new TreeSet<>();

  /** Those of the topology, and those whose clients measure calls of a database. */
  Stores(Gathered gathered) {
    gathered.topology().nodes().stream()
        .filter(node -> KINDS.contains(node.kind()))
        .map(Node::id)
        .forEach(names::add);
    gathered.metrics().stream()
        .map(series -> series.id())
        .filter(Stores::ofDatabase)
        .map(id -> Objects.requireNonNull(id.label("peer")))
        .forEach(names::add);
  }

  private static boolean ofDatabase(SeriesId id) {
    return id.label("peer") != null
        && Words.parts(id.name()).stream().anyMatch(DATABASE_WORDS::contains);
  }

  boolean contains(String name) {
    return names.contains(name);
  }

  /** Traces call {@code postgresql:shop} what metrics call {@code shop}. */
  String called(String store) {
    String name = store.substring(store.indexOf(':') + 1);
    return names.contains(name) ? name : store;
  }
}
