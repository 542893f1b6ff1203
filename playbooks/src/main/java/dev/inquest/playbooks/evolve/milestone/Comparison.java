package dev.inquest.playbooks.evolve.milestone;

import dev.inquest.analysis.Binomial;
import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Pair;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The present playbooks against the first ones on one set of tasks.
 *
 * @param won tasks that only the present ones had right
 * @param lost tasks that only the first ones had right
 * @param difference of the shares right, from -1 to 1
 * @param low end of {@link PairedInterval}
 * @param high end of it
 * @param mcnemarP two-sided and exact: twice the tail of Bin(won + lost, ½), at most 1
 * @param points the set in its own measure; null where that is the share right
 */
public record Comparison(
    String set,
    int tasks,
    Tally start,
    Tally now,
    int won,
    int lost,
    double difference,
    double low,
    double high,
    double mcnemarP,
    @Nullable Points points) {
  /** How many of the tasks. */
  public record Tally(int right, int answered, int confidentlyWrong) {
    private static Tally of(List<OpenedPair> pairs, Function<OpenedPair, OpenedTrial> whose) {
      int right = 0;
      int answered = 0;
      int confidentlyWrong = 0;
      for (OpenedPair pair : pairs) {
        var trial = whose.apply(pair).trial();
        right += trial.right() ? 1 : 0;
        answered += trial.answered() ? 1 : 0;
        confidentlyWrong += trial.confidentlyWrong() ? 1 : 0;
      }
      return new Tally(right, answered, confidentlyWrong);
    }
  }

  /**
   * @param pairs at least one
   */
  public static Comparison of(String set, List<OpenedPair> pairs) {
    int won = (int) pairs.stream().map(OpenedPair::pair).filter(p -> won(p)).count();
    int lost = (int) pairs.stream().map(p -> p.pair().swapped()).filter(p -> won(p)).count();
    PairedInterval interval = PairedInterval.of(won, lost, pairs.size());
    return new Comparison(
        set,
        pairs.size(),
        Tally.of(pairs, OpenedPair::start),
        Tally.of(pairs, OpenedPair::now),
        won,
        lost,
        (won - lost) / (double) pairs.size(),
        interval.low(),
        interval.high(),
        mcnemar(won, lost),
        Points.of(pairs));
  }

  static double mcnemar(int won, int lost) {
    return Math.min(1, 2 * Binomial.atLeast(Math.max(won, lost), won + lost, 0.5));
  }

  private static boolean won(Pair pair) {
    return pair.candidate().right() && !pair.incumbent().right();
  }
}
