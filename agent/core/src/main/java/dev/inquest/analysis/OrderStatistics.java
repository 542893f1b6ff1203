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
   * towards the median and rise from it, so merging the two runs puts them in order.
   */
  double mad() {
    double centre = median();
    int right = 0;
    while (right < sorted.length && sorted[right] < centre) {
      right++;
    }
    int left = right - 1;
    double[] deviations = new double[sorted.length / 2 + 1];
    for (int i = 0; i < deviations.length; i++) {
      double below = left < 0 ? Double.POSITIVE_INFINITY : Math.abs(sorted[left] - centre);
      double above =
          right == sorted.length ? Double.POSITIVE_INFINITY : Math.abs(sorted[right] - centre);
      deviations[i] = Math.min(below, above);
      if (below <= above) {
        left--;
      } else {
        right++;
      }
    }
    return Robust.MAD_TO_SIGMA * middle(deviations, sorted.length);
  }

  /** The median of so many values of which the lower half is given, in order. */
  private static double middle(double[] lower, int of) {
    double position = 0.5 * (of - 1);
    int below = (int) position;
    int above = Math.min(below + 1, of - 1);
    return above == below || position == below
        ? lower[below]
        : lower[below] + (position - below) * (lower[above] - lower[below]);
  }
}
