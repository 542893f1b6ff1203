package dev.inquest.ranking;

import dev.inquest.evidence.SeriesId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a series of calls tells of beside the caller that measured it: who is called, where that one
 * tells nothing of the kind itself and every caller that measures sees it. Where it tells itself
 * that says more, and where only one of several callers suffers it is that caller's own.
 */
final class CalledPeers {
  private static final String PEER = "peer";

  private final Set<String> nodes;
  private final Set<String> tellThemselves = new HashSet<>();
  private final Map<String, Set<String>> measuring = new HashMap<>();
  private final Map<String, Set<String>> suffering = new HashMap<>();

  /**
   * @param nodes that a peer may be
   * @param tested every series that was looked at
   * @param clear those that are off
   */
  CalledPeers(Set<String> nodes, List<SeriesTest.Tested> tested, List<SeriesTest.Tested> clear) {
    this.nodes = nodes;
    tested.stream()
        .filter(t -> t.series().id().label(PEER) == null)
        .forEach(t -> tellThemselves.add(key(t.series().id().service(), t.aspect())));
    tested.forEach(t -> note(t, measuring));
    clear.stream().filter(SeriesTest.Tested::worse).forEach(t -> note(t, suffering));
  }

  private static void note(SeriesTest.Tested tested, Map<String, Set<String>> calling) {
    SeriesId id = tested.series().id();
    String peer = id.label(PEER);
    if (peer != null) {
      calling
          .computeIfAbsent(key(peer, tested.aspect()), k -> new HashSet<>())
          .add(String.valueOf(id.service()));
    }
  }

  /** Whom it also tells of, beside who measured it; null where that is nobody. */
  @Nullable String peer(SeriesTest.Tested tested) {
    String peer = tested.series().id().label(PEER);
    if (peer == null || !tested.aspect().spreads() || !nodes.contains(peer)) {
      return null;
    }
    String key = key(peer, tested.aspect());
    boolean allSuffer =
        suffering.getOrDefault(key, Set.of()).equals(measuring.getOrDefault(key, Set.of()));
    return allSuffer && !tellThemselves.contains(key) ? peer : null;
  }

  private static String key(@Nullable String node, Aspect aspect) {
    return node + "\0" + aspect;
  }
}
