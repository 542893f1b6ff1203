package dev.inquest.playbooks.evolve.play;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** How subjects do on the pool, each played once while it is remembered. Not thread-safe. */
public final class PoolTrials {
  private static final int MOST_REMEMBERED = 128;
  private static final int ALL = 1;

  private final Arena arena;
  private final Workers workers;
  private List<String> ids;
  private List<String> ahead;
  private final Map<String, Map<String, Trial>> remembered = new LinkedHashMap<>();

  public PoolTrials(Arena arena, Workers workers) {
    this.arena = arena;
    this.workers = workers;
    this.ids = List.of();
    this.ahead = List.of();
    season(0);
  }

  /** From now on the pool of that season. What was played stays known. */
  public final void season(int season) {
    ids = List.copyOf(arena.pool(season));
    Set<String> now = Set.copyOf(ids);
    ahead = arena.pool(season + 1).stream().filter(id -> !now.contains(id)).toList();
  }

  boolean alike(Subject one, Subject other) {
    return arena.alike(one, other);
  }

  /** In the order of the pool. */
  public List<Trial> of(Subject subject) {
    return of(subject, ids);
  }

  private List<Trial> of(Subject subject, List<String> wanted) {
    Map<String, Trial> known = remembered(subject.digest());
    List<String> open = wanted.stream().filter(id -> !known.containsKey(id)).toList();
    List<Trial> played = workers.map(open, id -> arena.pooled(id, subject));
    for (int i = 0; i < open.size(); i++) {
      known.put(open.get(i), played.get(i));
    }
    return wanted.stream().map(known::get).toList();
  }

  private Map<String, Trial> remembered(String digest) {
    Map<String, Trial> known = remembered.remove(digest);
    Map<String, Trial> kept = known == null ? new HashMap<>() : known;
    remembered.put(digest, kept);
    if (remembered.size() > MOST_REMEMBERED) {
      Iterator<String> oldest = remembered.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return kept;
  }

  /** In the order of the pool. */
  public List<Pair> pairs(Subject incumbent, Subject candidate) {
    return pairs(incumbent, candidate, ALL);
  }

  /**
   * Of the first task and each so many further on.
   *
   * @param each at least 1
   */
  List<Pair> pairs(Subject incumbent, Subject candidate, int each) {
    return pairs(
        incumbent,
        candidate,
        IntStream.range(0, ids.size()).filter(i -> i % each == 0).mapToObj(ids::get).toList());
  }

  boolean looksAhead() {
    return !ahead.isEmpty();
  }

  /**
   * Of the tasks that the next season brings in, in the order of its pool; none where it does not.
   */
  List<Pair> ahead(Subject incumbent, Subject candidate) {
    return pairs(incumbent, candidate, ahead);
  }

  private List<Pair> pairs(Subject incumbent, Subject candidate, List<String> wanted) {
    List<Trial> before = of(incumbent, wanted);
    List<Trial> after = of(candidate, wanted);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      pairs.add(new Pair(before.get(i), after.get(i)));
    }
    return pairs;
  }

  public double score(Subject subject) {
    double sum = 0;
    for (Trial trial : of(subject)) {
      sum += trial.score();
    }
    return sum / Math.max(1, ids.size());
  }
}
