package dev.inquest.playbooks.evolve.play;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How subjects do on the pool, each played once while it is remembered. Not thread-safe. */
public final class PoolTrials {
  private static final int MOST_REMEMBERED = 64;

  private final Arena arena;
  private final Workers workers;
  private final List<String> ids;
  private final Map<String, List<Trial>> remembered = new LinkedHashMap<>();

  public PoolTrials(Arena arena, Workers workers) {
    this.arena = arena;
    this.workers = workers;
    this.ids = List.copyOf(arena.pool());
  }

  /** In the order of the pool. */
  public List<Trial> of(Subject subject) {
    String digest = subject.digest();
    List<Trial> trials = remembered.remove(digest);
    if (trials == null) {
      trials = workers.map(ids, id -> arena.pooled(id, subject));
    }
    remembered.put(digest, trials);
    if (remembered.size() > MOST_REMEMBERED) {
      Iterator<String> oldest = remembered.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return trials;
  }

  /** In the order of the pool. */
  public List<Pair> pairs(Subject incumbent, Subject candidate) {
    List<Trial> before = of(incumbent);
    List<Trial> after = of(candidate);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
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
