package dev.inquest.hypothesis;

import dev.inquest.investigation.Sentences;
import dev.inquest.topology.Reach;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every service that the alerting ones call, directly or not, and that became worse itself. */
final class DependencyCandidates implements Candidates {
  @Override
  public boolean serves(CauseKind kind) {
    return kind == CauseKind.DEPENDENCY || kind == CauseKind.EXTERNAL;
  }

  @Override
  public List<Candidate> find(Raising raising, CauseKind kind) {
    Set<String> worse = new TreeSet<>();
    raising.worse().forEach(shift -> add(worse, shift.series().service()));
    raising.worse().forEach(shift -> add(worse, shift.series().label("peer")));
    NodeKind wanted = kind == CauseKind.EXTERNAL ? NodeKind.EXTERNAL : NodeKind.SERVICE;
    Set<String> callees = Reach.down(raising.gathered().topology(), raising.scope().alerting());
    return raising.gathered().topology().nodes().stream()
        .filter(node -> node.kind() == wanted)
        .map(Node::id)
        .filter(id -> callees.contains(id) && !raising.scope().alerting().contains(id))
        .filter(worse::contains)
        .sorted()
        .map(id -> candidate(id, kind, raising.victims()))
        .toList();
  }

  private static void add(Set<String> set, @org.jspecify.annotations.Nullable String value) {
    if (value != null) {
      set.add(value);
    }
  }

  private static Candidate candidate(String id, CauseKind kind, String victims) {
    return new Candidate(
        kind,
        id,
        null,
        null,
        null,
        Sentences.plain(id) + ", which it calls, caused what " + victims + " shows.");
  }
}
