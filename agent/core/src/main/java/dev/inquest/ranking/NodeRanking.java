package dev.inquest.ranking;

import dev.inquest.diagnosis.Onset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nodes an incident may have come from, likeliest first; empty where nothing material is wrong.
 *
 * @param onset by the signs of the alerting services, else of the first node; null where no sign
 *     tells a time
 */
public record NodeRanking(List<RankedNode> nodes, @Nullable Onset onset) {
  public static final NodeRanking EMPTY = new NodeRanking(List.of(), null);

  public NodeRanking {
    nodes = List.copyOf(nodes);
  }

  public Optional<RankedNode> first() {
    return nodes.stream().findFirst();
  }
}
