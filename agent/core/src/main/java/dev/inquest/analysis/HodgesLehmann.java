package dev.inquest.analysis;

import java.util.Arrays;

/** The shift between two samples, with its interval (Hodges and Lehmann, 1963). */
final class HodgesLehmann {
  private static final int MAX_POINTS = 200;

  /** Two-sided 95 %. */
  private static final double Z = 1.959964;

  /**
   * @param shift median of all pairwise differences, after minus before
   */
  record Interval(double shift, double low, double high) {}

  private HodgesLehmann() {}

  /**
   * @param inflation of variance by autocorrelation, at least 1
   */
  static Interval shift(double[] before, double[] after, double inflation) {
    double[] a = Robust.thin(before, MAX_POINTS).clone();
    double[] b = Robust.thin(after, MAX_POINTS).clone();
    Arrays.sort(a);
    Arrays.sort(b);
    PairDifferences differences = new PairDifferences(a, b);
    int pairs = a.length * b.length;
    double spread =
        Z * StrictMath.sqrt((double) pairs * (a.length + b.length + 1) / 12 * inflation);
    int low = (int) Math.max(0, Math.floor(pairs / 2.0 - spread));
    int high = (int) Math.min(pairs - 1, Math.ceil(pairs / 2.0 + spread));
    return new Interval(differences.median(), differences.at(low), differences.at(high));
  }
}
