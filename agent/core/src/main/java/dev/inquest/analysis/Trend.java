package dev.inquest.analysis;

/** A slow drift, told from a step. */
final class Trend {
  /** Pairs of more points than this say nothing new. */
  private static final int MAX_POINTS = 120;

  /** Of so few values all pairs are looked at. */
  private static final int FEW = 8;

  private Trend() {}

  /**
   * The median slope over all pairs (Theil, 1950; Sen, 1968) where the order of the values is far
   * from chance (Mann, 1945; Kendall), else 0.
   *
   * @param times any unit, rising
   * @return values' unit by times' unit
   */
  static double slope(double[] times, double[] values, double maxPValue) {
    double[] t = Robust.thin(times, MAX_POINTS);
    double[] v = Robust.thin(values, MAX_POINTS);
    int n = v.length;
    if (n < 10) {
      return 0;
    }
    double concordance = concordance(v);
    if (mannKendall(concordance, n, 1) >= maxPValue) {
      // autocorrelation only makes it less sure, and the slopes are dear
      return 0;
    }
    double slope = Selection.median(slopes(t, v));
    return mannKendall(concordance, n, inflation(t, v, slope)) < maxPValue ? slope : 0;
  }

  /**
   * Pairs in rising order less those in falling order, counted while the values are merged into
   * order (Knight, 1966, Journal of the American Statistical Association 61:436).
   */
  static int concordance(double[] values) {
    return concordance(values.clone(), new double[values.length], 0, values.length);
  }

  /** Of {@code [from, to)}, which is in order afterwards. */
  private static int concordance(double[] v, double[] spare, int from, int to) {
    if (to - from <= FEW) {
      return ofFew(v, from, to);
    }
    int middle = (from + to) >>> 1;
    int count = concordance(v, spare, from, middle) + concordance(v, spare, middle, to);
    int less = from;
    int upTo = from;
    int at = from;
    for (int j = middle; j < to; j++) {
      while (less < middle && v[less] < v[j]) {
        less++;
      }
      while (upTo < middle && v[upTo] <= v[j]) {
        spare[at++] = v[upTo++];
      }
      spare[at++] = v[j];
      count += (less - from) - (middle - upTo);
    }
    System.arraycopy(v, upTo, spare, at, middle - upTo);
    System.arraycopy(spare, from, v, from, to - from);
    return count;
  }

  /** The same by insertion, which is quicker so far. */
  private static int ofFew(double[] v, int from, int to) {
    int count = 0;
    for (int i = from + 1; i < to; i++) {
      double value = v[i];
      int at = i;
      while (at > from && v[at - 1] > value) {
        v[at] = v[at - 1];
        at--;
      }
      v[at] = value;
      int less = at;
      while (less > from && v[less - 1] == value) {
        less--;
      }
      count += (less - from) - (i - at);
    }
    return count;
  }

  private static double[] slopes(double[] t, double[] v) {
    double[] slopes = new double[v.length * (v.length - 1) / 2];
    int at = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = i + 1; j < v.length; j++) {
        slopes[at++] = (v[j] - v[i]) / (t[j] - t[i]);
      }
    }
    return slopes;
  }

  private static double mannKendall(double s, int n, double inflation) {
    double variance = n * (n - 1.0) * (2.0 * n + 5) / 18 * inflation;
    double corrected = Math.max(0, Math.abs(s) - 1);
    return Normal.twoSided(corrected / StrictMath.sqrt(variance));
  }

  /** Of what is left without the slope: a trend must not pass for autocorrelation. */
  private static double inflation(double[] t, double[] v, double slope) {
    double[] residuals = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      residuals[i] = v[i] - slope * (t[i] - t[0]);
    }
    double centre = Robust.median(residuals);
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= centre;
    }
    return Autocorrelation.inflation(residuals);
  }
}
