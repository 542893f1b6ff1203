package dev.inquest.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * All differences between the values of two samples, in order, without writing them down. Each
 * value of the first sample has a row of differences that rise along the second; a guess splits
 * every row in one pass over both samples, so a rank is found in about {@code (n + m) log(n m)}
 * steps (after Johnson and Mizoguchi, 1978, SIAM Journal on Computing 7:147; with random guesses).
 */
final class PairDifferences {
  private static final long SEED = 1963;

  private final double[] first;
  private final double[] second;

  /** Of each row, the columns that may still hold the rank: {@code [low, high)}. */
  private final int[] low;

  private final int[] high;
  private final int[] split;

  /**
   * @param first rising, at least one
   * @param second rising, at least one
   */
  PairDifferences(double[] first, double[] second) {
    this.first = first;
    this.second = second;
    this.low = new int[first.length];
    this.high = new int[first.length];
    this.split = new int[first.length];
  }

  /** The middle difference, or the mean of the two in the middle. */
  double median() {
    int pairs = first.length * second.length;
    double below = at((pairs - 1) / 2);
    return pairs % 2 == 1 ? below : below + 0.5 * (after(below, pairs / 2) - below);
  }

  /** The difference of the rank that follows the value's. */
  private double after(double value, int rank) {
    Arrays.fill(low, 0);
    Arrays.fill(high, second.length);
    if (split(value, true) > rank) {
      return value;
    }
    double next = Double.POSITIVE_INFINITY;
    for (int row = 0; row < first.length; row++) {
      if (split[row] < second.length) {
        next = Math.min(next, second[split[row]] - first[row]);
      }
    }
    return next;
  }

  /**
   * @param rank from 0 for the least difference
   */
  double at(int rank) {
    Arrays.fill(low, 0);
    Arrays.fill(high, second.length);
    SplittableRandom random = new SplittableRandom(SEED);
    int left = first.length * second.length;
    int wanted = rank;
    while (true) {
      double guess = candidate(random.nextInt(left));
      int less = split(guess, false);
      if (wanted < less) {
        System.arraycopy(split, 0, high, 0, high.length);
        left = less;
        continue;
      }
      int upTo = split(guess, true);
      if (wanted < upTo) {
        return guess;
      }
      System.arraycopy(split, 0, low, 0, low.length);
      left -= upTo;
      wanted -= upTo;
    }
  }

  /** The so many-th of what is left, row by row. */
  private double candidate(int number) {
    int row = 0;
    int left = number;
    while (left >= high[row] - low[row]) {
      left -= high[row] - low[row];
      row++;
    }
    return second[low[row] + left] - first[row];
  }

  /**
   * Where each row passes the guess, within what is left of it; both samples rise, so the place
   * only moves on from row to row.
   *
   * @return how many of what is left stand before
   */
  private int split(double guess, boolean inclusive) {
    int at = 0;
    int before = 0;
    for (int row = 0; row < first.length; row++) {
      at = Math.max(at, low[row]);
      while (at < high[row] && precedes(second[at] - first[row], guess, inclusive)) {
        at++;
      }
      split[row] = Math.min(at, high[row]);
      before += split[row] - low[row];
    }
    return before;
  }

  private static boolean precedes(double difference, double guess, boolean inclusive) {
    return inclusive ? difference <= guess : difference < guess;
  }
}
