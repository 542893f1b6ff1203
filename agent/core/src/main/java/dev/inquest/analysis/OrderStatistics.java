package dev.inquest.analysis;

import java.util.Arrays;

/** Values in order, sorted once and asked many times. */
final class OrderStatistics {
  private final double[] sorted;

  private OrderStatistics(double[] sorted) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    this.sorted = sorted;
  }

  /**
   * @throws IllegalArgumentException where there is no value
   */
  static OrderStatistics of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new OrderStatistics(sorted);
  }

  /** Of the same values with their signs turned. */
  OrderStatistics negated() {
    double[] turned = new double[sorted.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -sorted[sorted.length - 1 - i];
    }
    return new OrderStatistics(turned);
  }

  int size() {
    return sorted.length;
  }

  double median() {
    return quantile(0.5);
  }

  /**
   * By linear interpolation of order statistics (Hyndman and Fan, 1996, type 7).
   *
   * @param q in [0, 1]
   */
  double quantile(double q) {
    return Robust.quantileOfSorted(sorted, q);
  }

  /** Largest absolute value. */
  double largest() {
    return Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
  }

  /** How many values are at least the given one. */
  int atLeast(double value) {
    return sorted.length - below(value);
  }

  /** The rank from 1 of each of the values that were put in order; ties share their mean. */
  double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < ranks.length; i++) {
      int below = below(values[i]);
      int upTo = below + 1;
      while (upTo < sorted.length && sorted[upTo] == values[i]) {
        upTo++;
      }
      ranks[i] = (below + 1 + upTo) / 2.0;
    }
    return ranks;
  }

  /** How many values are less. */
  private int below(double value) {
    return MannWhitney.lowerBound(sorted, value);
  }

  /**
   * Median absolute deviation from the median, scaled to a standard deviation. The deviations fall
   * towards the median and rise from it: of two runs in order the middle is found by halving.
   */
  double mad() {
    double centre = median();
    int right = below(centre);
    double position = 0.5 * (sorted.length - 1);
    int rank = (int) position;
    double below = deviation(centre, right, rank);
    double share = position - rank;
    double middle =
        share == 0 ? below : below + share * (deviation(centre, right, rank + 1) - below);
    return Robust.MAD_TO_SIGMA * middle;
  }

  /**
   * The deviation of that rank, from 0 for the least.
   *
   * @param right how many values are less than the centre
   */
  private double deviation(double centre, int right, int rank) {
    int low = Math.max(0, rank + 1 - (sorted.length - right));
    int high = Math.min(rank + 1, right);
    while (low < high) {
      // of the least rank + 1 deviations so many are of values below the centre
      int taken = (low + high) >>> 1;
      double next = Math.abs(sorted[right - 1 - taken] - centre);
      if (next < Math.abs(sorted[right + rank - taken] - centre)) {
        low = taken + 1;
      } else {
        high = taken;
      }
    }
    double left = low == 0 ? 0 : Math.abs(sorted[right - low] - centre);
    int fromRight = rank + 1 - low;
    double above = fromRight == 0 ? 0 : Math.abs(sorted[right + fromRight - 1] - centre);
    return Math.max(left, above);
  }
}
