package dev.inquest.playbooks.arena.incidents;

import dev.inquest.limit.LastUsed;
import dev.inquest.playbooks.replay.Collected;
import dev.inquest.playbooks.replay.Heard;
import dev.inquest.playbooks.replay.Noticed;
import dev.inquest.playbooks.replay.Observed;
import dev.inquest.playbooks.replay.Replay;

/**
 * What was seen and heard of cases, kept for catalogues that differ only in what they make of it:
 * who sees alike asks for a twentieth of what a whole diagnosis costs, and who only weighs
 * otherwise pays a hundredth. Thread-safe.
 */
final class Observations {
  private record Known(
      Recent<Collected> collected,
      Recent<Noticed> noticed,
      Recent<Observed> seen,
      Recent<Heard> heard) {
    Known() {
      this(new Recent<>(), new Recent<>(), new Recent<>(), new Recent<>());
    }
  }

  private final LastUsed<String, Known> byCase;

  /**
   * @param most of how many cases it is kept
   */
  Observations(int most) {
    this.byCase = new LastUsed<>(most);
  }

  /** The same as looking and asking anew. */
  Heard of(LabelledCase of, Replay replay) {
    Known known = byCase.of(of.id(), id -> new Known());
    synchronized (known) {
      return known.heard.of(replay.asks(), () -> replay.hear(of.file(), seen(of, replay, known)));
    }
  }

  private static Observed seen(LabelledCase of, Replay replay, Known known) {
    Collected collected = collected(of, replay, known);
    return known.seen.of(
        replay.sees(of.file(), collected),
        () -> replay.look(of.file(), noticed(of, replay, known, collected)));
  }

  private static Noticed noticed(LabelledCase of, Replay replay, Known known, Collected collected) {
    return known.noticed.of(
        replay.notices(of.file(), collected), () -> replay.notice(of.file(), collected));
  }

  /** The same for all catalogues, and most of what is kept. */
  private static Collected collected(LabelledCase of, Replay replay, Known known) {
    return known.collected.of(of.id(), () -> replay.collect(of.file()));
  }
}
