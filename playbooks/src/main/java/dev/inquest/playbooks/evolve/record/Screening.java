package dev.inquest.playbooks.evolve.record;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.criticism.FailureClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate on the pool. The pool is looked at again and again, so this is where to look further
 * and proves nothing.
 *
 * @param gain sum of the differences
 * @param aimFixed tasks of the failures aimed at that it did better on
 * @param aimBroken tasks on which it now fails that way, and did better before
 * @param incumbentScore mean, from 0 to 1
 * @param candidateScore mean, from 0 to 1
 */
public record Screening(
    int tasks,
    double gain,
    int wins,
    int losses,
    int aimFixed,
    int aimBroken,
    double incumbentScore,
    double candidateScore) {
  public static Screening of(List<Pair> pairs, @Nullable FailureClass aim) {
    double before = 0;
    double after = 0;
    int wins = 0;
    int losses = 0;
    int fixed = 0;
    int broken = 0;
    for (Pair pair : pairs) {
      before += pair.incumbent().score();
      after += pair.candidate().score();
      boolean won = pair.difference() > 0;
      boolean lost = pair.difference() < 0;
      wins += won ? 1 : 0;
      losses += lost ? 1 : 0;
      fixed += won && aim != null && pair.incumbent().failure() == aim ? 1 : 0;
      broken += lost && aim != null && pair.candidate().failure() == aim ? 1 : 0;
    }
    int n = Math.max(1, pairs.size());
    return new Screening(
        pairs.size(), after - before, wins, losses, fixed, broken, before / n, after / n);
  }

  /**
   * The gain in standard deviations of what chance alone would give, were it as likely to win as to
   * lose each task that told the two apart; 0 where none did.
   */
  public double strength() {
    int told = wins + losses;
    return told == 0 ? 0 : gain / StrictMath.sqrt(told);
  }
}
