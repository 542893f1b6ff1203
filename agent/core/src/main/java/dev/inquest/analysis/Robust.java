package dev.inquest.analysis;

import java.util.Arrays;

/** Location and scale that a few wild points cannot move. */
public final class Robust {
  /** Makes the median absolute deviation of normal noise its standard deviation. */
  static final double MAD_TO_SIGMA = 1.4826;

  private Robust() {}

  /**
   * @throws IllegalArgumentException where there is no value
   */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * A quantile by linear interpolation of order statistics (Hyndman and Fan, 1996, type 7).
   *
   * @param q in [0, 1]
   */
  public static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return quantileOfSorted(sorted, q);
  }

  static double quantileOfSorted(double[] sorted, double q) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double position = q * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /** Median absolute deviation from the median, scaled to a standard deviation. */
  public static double mad(double[] values) {
    return OrderStatistics.of(values).mad();
  }

  /**
   * The baseline's scale: the larger of its median absolute deviation and its interquartile range,
   * with a floor relative to the series' magnitude, so that a constant baseline neither divides by
   * zero nor makes the answer depend on the unit.
   *
   * @param relativeFloor share of the magnitude, e.g. 0.02
   * @return 0 only where every value of both is zero
   */
  public static double scale(double[] baseline, double[] after, double relativeFloor) {
    double since = after.length == 0 ? 0 : Math.abs(median(after));
    return scale(OrderStatistics.of(baseline), since, relativeFloor);
  }

  /**
   * The same of values in order.
   *
   * @param since absolute median of what came later
   */
  static double scale(OrderStatistics baseline, double since, double relativeFloor) {
    double quartiles = (baseline.quantile(0.75) - baseline.quantile(0.25)) / 1.349;
    return Math.max(
        Math.max(baseline.mad(), quartiles), relativeFloor * magnitude(baseline, since));
  }

  private static double magnitude(OrderStatistics baseline, double since) {
    double before = Math.abs(baseline.median());
    return before > 1e-9 * since ? before : Math.max(since, baseline.largest());
  }

  /** At most {@code max} of the values, evenly spaced, the first and the last among them. */
  static double[] thin(double[] values, int max) {
    if (values.length <= max) {
      return values;
    }
    double[] kept = new double[max];
    for (int i = 0; i < max; i++) {
      kept[i] = values[(int) ((long) i * (values.length - 1) / (max - 1))];
    }
    return kept;
  }
}
