package dev.inquest.analysis;

import java.util.Arrays;

/** The shift between two samples, and its interval (Hodges and Lehmann, 1963). */
final class HodgesLehmann {
  private static final int MAX_POINTS = 200;

  /** Two-sided 95 %. */
  private static final double Z = 1.959964;

  private final int before;
  private final int after;
  private final PairDifferences differences;

  /**
   * @param before at least one value
   * @param after at least one value
   */
  HodgesLehmann(double[] before, double[] after) {
    double[] a = sorted(before);
    double[] b = sorted(after);
    this.before = a.length;
    this.after = b.length;
    this.differences = new PairDifferences(a, b);
  }

  record Interval(double low, double high) {}

  /** The median of all pairwise differences, after minus before. */
  double shift() {
    return differences.median();
  }

  /**
   * @param inflation of variance by autocorrelation, at least 1
   */
  Interval interval(double inflation) {
    int pairs = before * after;
    double spread = Z * StrictMath.sqrt((double) pairs * (before + after + 1) / 12 * inflation);
    int low = (int) Math.max(0, Math.floor(pairs / 2.0 - spread));
    int high = (int) Math.min(pairs - 1, Math.ceil(pairs / 2.0 + spread));
    return new Interval(differences.at(low), differences.at(high));
  }

  private static double[] sorted(double[] values) {
    double[] sorted = Robust.thin(values, MAX_POINTS).clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
