package dev.inquest.playbooks.arena.incidents;

import dev.inquest.playbooks.replay.Observed;
import dev.inquest.playbooks.replay.Replay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was seen in cases, kept for catalogues that differ only in what they make of it. Two thirds
 * of a diagnosis is looking. Thread-safe.
 */
final class Observations {
  /** Ways of looking that are kept of each case: the incumbent's and those of late candidates. */
  private static final int MOST = 3;

  private final Map<String, Map<Object, Observed>> byCase = new ConcurrentHashMap<>();

  /** The same as looking anew. */
  Observed of(LabelledCase of, Replay replay) {
    Map<Object, Observed> own = byCase.computeIfAbsent(of.id(), id -> new LinkedHashMap<>());
    Object sight = replay.sees(of.file());
    synchronized (own) {
      Observed known = own.remove(sight);
      Observed seen = known == null ? replay.look(of.file()) : known;
      own.put(sight, seen);
      if (own.size() > MOST) {
        own.remove(own.keySet().iterator().next());
      }
      return seen;
    }
  }
}
