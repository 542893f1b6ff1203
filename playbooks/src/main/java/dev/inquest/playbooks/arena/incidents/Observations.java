package dev.inquest.playbooks.arena.incidents;

import dev.inquest.playbooks.replay.Heard;
import dev.inquest.playbooks.replay.Observed;
import dev.inquest.playbooks.replay.Replay;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was seen and heard of cases, kept for catalogues that differ only in what they make of it:
 * who sees alike asks for a twentieth of what a whole diagnosis costs, and who only weighs
 * otherwise pays a hundredth. Thread-safe.
 */
final class Observations {
  private record Known(Recent<Observed> seen, Recent<Heard> heard) {}

  private final Map<String, Known> byCase = new ConcurrentHashMap<>();

  /** The same as looking and asking anew. */
  Heard of(LabelledCase of, Replay replay) {
    Known known = byCase.computeIfAbsent(of.id(), id -> new Known(new Recent<>(), new Recent<>()));
    synchronized (known) {
      return known.heard.of(replay.asks(), () -> replay.hear(of.file(), seen(of, replay, known)));
    }
  }

  private static Observed seen(LabelledCase of, Replay replay, Known known) {
    return known.seen.of(replay.sees(of.file()), () -> replay.look(of.file()));
  }
}
