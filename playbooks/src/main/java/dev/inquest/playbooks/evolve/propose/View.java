package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Strategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a proposer sees: no seed of any evaluation, no key, no task.
 *
 * @param criticism of the incumbent on the pool
 * @param past finished rounds, without their seeds
 * @param since the round after which the pool became what it is
 * @param now the best that this round has looked at so far; null where nothing looked better
 */
public record View(
    Subject.Files incumbent,
    Patterns criticism,
    List<RoundRecord> past,
    int since,
    Strategy strategy,
    @Nullable Look now) {
  public View {
    past = List.copyOf(past);
  }

  /** At the beginning of a round. */
  public View(
      Subject.Files incumbent,
      Patterns criticism,
      List<RoundRecord> past,
      int since,
      Strategy strategy) {
    this(incumbent, criticism, past, since, strategy, null);
  }

  /** The same, later in the round. */
  public View after(@Nullable Look best) {
    return new View(incumbent, criticism, past, since, strategy, best);
  }
}
