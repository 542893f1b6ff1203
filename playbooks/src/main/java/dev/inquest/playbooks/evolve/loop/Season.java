package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.List;

/**
 * A time in which the pool stays as it is. A confirmation ends it, whichever way that goes, and so
 * does one that was thought better of, and so many rounds without any: the search has been at its
 * pool for long enough.
 *
 * @param number from 0
 * @param since the round after which it began; 0 for the first
 */
record Season(int number, int since) {
  /**
   * @param rounds all so far
   * @param longest in rounds; 0 where only a confirmation ends it
   */
  static Season after(List<RoundRecord> rounds, int longest) {
    Season now = new Season(0, 0);
    for (RoundRecord round : rounds) {
      boolean over = longest > 0 && round.round() - now.since == longest;
      if (round.confirmation() || round.plan().of() > 0 || over) {
        now = new Season(now.number + 1, round.round());
      }
    }
    return now;
  }
}
