package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import java.util.List;
import java.util.Locale;

/**
 * Holds what a season found against the tasks of the next one, which no search has seen. The best
 * of many looks is in part the pool's luck; a confirmation is too dear a way to be told so.
 */
final class Rehearsal {
  private final Scout scout;
  private final Subject.Files incumbent;

  Rehearsal(Scout scout, Subject.Files incumbent) {
    this.scout = scout;
    this.incumbent = incumbent;
  }

  /**
   * What was screened, and what it did there.
   *
   * @param look of no task where there was nothing to hold it against
   */
  record Held(RoundRecord screened, Look look) {
    /** Whether it gains more than chance might, or there was nothing to hold it against. */
    boolean holds() {
      return unseen() == 0 || look.least() > 0;
    }

    /** How many tasks it was held against. */
    int unseen() {
      return look.screening().tasks();
    }

    /** E.g. {@code of round 3, 20 won and 7 lost of 840 that nobody had looked at}. */
    String told() {
      String round = "of round " + screened.round();
      Screening there = look.screening();
      return unseen() == 0
          ? round
          : String.format(
              Locale.ROOT,
              "%s, %d won and %d lost of %d that nobody had looked at",
              round,
              there.wins(),
              there.losses(),
              there.tasks());
    }
  }

  /**
   * The one that surely gains most there, a standard deviation of chance taken off. Where the next
   * season brings in no task, the first.
   *
   * @param due at least one, the best on the pool first
   */
  Held best(List<RoundRecord> due) {
    List<Held> all =
        due.stream().map(round -> new Held(round, ahead(round.plan().edits()))).toList();
    return all.stream()
        .reduce((one, other) -> other.look.least() > one.look.least() ? other : one)
        .orElseThrow();
  }

  /** What the one does better than the other, here and there, in tasks. */
  double value(Subject other, Subject one) {
    return scout.value(other, one) + scout.ahead(other, one).value();
  }

  private Look ahead(List<Edit> edits) {
    return scout.ahead(incumbent, Edits.apply(incumbent, edits).orElse(incumbent));
  }
}
