package dev.inquest.playbooks.arena.incidents;

import dev.inquest.playbooks.replay.Observed;
import dev.inquest.playbooks.replay.Replay;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was seen in cases, kept for catalogues that differ only in what they make of it. Two thirds
 * of a diagnosis is looking. Where memory is short it is forgotten and seen again. Thread-safe.
 */
final class Observations {
  /** Ways of looking that are kept of each case: the incumbent's and a late candidate's. */
  private static final int MOST = 2;

  private final Map<String, Map<Object, SoftReference<Observed>>> byCase =
      new ConcurrentHashMap<>();

  /** The same as looking anew. */
  Observed of(LabelledCase of, Replay replay) {
    Map<Object, SoftReference<Observed>> own =
        byCase.computeIfAbsent(of.id(), id -> new LinkedHashMap<>());
    Object sight = replay.sees(of.file());
    synchronized (own) {
      SoftReference<Observed> known = own.remove(sight);
      Observed kept = known == null ? null : known.get();
      Observed seen = kept == null ? replay.look(of.file()) : kept;
      own.put(sight, new SoftReference<>(seen));
      if (own.size() > MOST) {
        own.remove(own.keySet().iterator().next());
      }
      return seen;
    }
  }
}
