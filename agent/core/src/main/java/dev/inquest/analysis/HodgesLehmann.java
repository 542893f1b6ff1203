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
    double[] a = Robust.thin(before, MAX_POINTS);
    double[] b = Robust.thin(after, MAX_POINTS);
    double[] differences = new double[a.length * b.length];
    int at = 0;
    for (double y : b) {
      for (double x : a) {
        differences[at++] = y - x;
      }
    }
    Arrays.sort(differences);
    double pairs = differences.length;
    double spread = Z * StrictMath.sqrt(pairs * (a.length + b.length + 1) / 12 * inflation);
    int low = (int) Math.max(0, Math.floor(pairs / 2 - spread));
    int high = (int) Math.min(pairs - 1, Math.ceil(pairs / 2 + spread));
    return new Interval(
        Robust.quantileOfSorted(differences, 0.5), differences[low], differences[high]);
  }
}
