package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.play.PoolTrials;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.RunFile;
import dev.inquest.playbooks.evolve.wealth.Confirmation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what was decided, from what was found. */
final class Decisions {
  private Decisions() {}

  /**
   * What is known of a decision before the candidate is judged.
   *
   * @param seed null where none is drawn
   * @param committedAt null likewise
   * @param alphaSpent with this round
   */
  record Before(
      int round,
      Subject incumbent,
      Subject candidate,
      @Nullable String seed,
      @Nullable Instant committedAt,
      double alphaSpent) {}

  static Decision of(Before before, Evaluation found, Arena arena, PoolTrials pool) {
    Confirmation.Result fresh = found.confirmation();
    boolean kept = found.choice() == Decision.Choice.KEEP;
    return new Decision(
        before.round(),
        found.choice(),
        found.reason(),
        before.incumbent().digest(),
        before.candidate().digest(),
        before.seed(),
        before.committedAt(),
        fresh == null ? 0 : fresh.pairs().size(),
        fresh == null ? 1 : fresh.wealth(),
        before.alphaSpent(),
        fresh == null ? null : fresh.end(),
        fresh == null ? List.of() : fresh.path(),
        found.guards(),
        found.screening(),
        pool.score(kept ? before.candidate() : before.incumbent()),
        found.cost(),
        new Decision.Versions(RunFile.FORMAT, arena.name(), arena.version()));
  }
}
