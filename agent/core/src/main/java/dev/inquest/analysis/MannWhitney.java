package dev.inquest.analysis;

import java.util.Arrays;

/** Whether one sample tends to lie above another (Mann and Whitney, 1947). */
public final class MannWhitney {
  /** Up to this many pairs the distribution is counted, beyond it is nearly normal. */
  private static final int MAX_EXACT_PAIRS = 400;

  private MannWhitney() {}

  /** Pairs in which the second sample's value is the larger; a tie counts half. */
  public static double u(double[] first, double[] second) {
    double[] sorted = first.clone();
    Arrays.sort(sorted);
    double u = 0;
    for (double value : second) {
      int below = lowerBound(sorted, value);
      u += below + (upperBound(sorted, value) - below) / 2.0;
    }
    return u;
  }

  /** Two-sided p-value; exact for small samples without ties. */
  public static double pValue(double[] first, double[] second) {
    int n = first.length;
    int m = second.length;
    if (n == 0 || m == 0) {
      return 1;
    }
    double u = u(first, second);
    double ties = tieTerm(first, second);
    if (ties == 0 && (long) n * m <= MAX_EXACT_PAIRS) {
      return exact((int) Math.min(u, (double) n * m - u), n, m);
    }
    double total = n + m;
    double variance = n * (double) m / 12 * (total + 1 - ties / (total * (total - 1)));
    double distance = Math.max(0, Math.abs(u - n * (double) m / 2) - 0.5);
    return variance <= 0 ? 1 : Normal.twoSided(distance / StrictMath.sqrt(variance));
  }

  /**
   * Two-sided p-value of weighted samples, in which every pair counts the product of its weights.
   *
   * @param superiority the weighted chance that a value of the second exceeds one of the first
   * @param n how many equally weighted values the first is worth
   * @param m the same of the second
   */
  static double pValue(double superiority, double n, double m) {
    double deviation = StrictMath.sqrt((n + m + 1) / (12 * n * m));
    return Normal.twoSided((superiority - 0.5) / deviation);
  }

  /** The weighted chance that a value of the second exceeds one of the first; a tie counts half. */
  static double superiority(Ranked first, Ranked second) {
    double sum = 0;
    int below = 0;
    int upTo = 0;
    for (int i = 0; i < second.size(); i++) {
      double value = second.value(i);
      while (below < first.size() && first.value(below) < value) {
        below++;
      }
      while (upTo < first.size() && first.value(upTo) <= value) {
        upTo++;
      }
      sum += second.weight(i) * (first.weightBefore(below) + first.weightBefore(upTo)) / 2;
    }
    return sum / (second.total() * first.total());
  }

  /** Twice the share of the arrangements with a U of at most the one seen. */
  private static double exact(int u, int n, int m) {
    double[] counts = counts(n, m);
    double below = 0;
    double all = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[i];
      below += i <= u ? counts[i] : 0;
    }
    return Normal.bounded(2 * below / all);
  }

  /** How many arrangements give each U: the Gaussian binomial coefficient, factor by factor. */
  private static double[] counts(int n, int m) {
    double[] counts = new double[n * m + 1];
    counts[0] = 1;
    for (int i = 1; i <= n; i++) {
      for (int at = counts.length - 1; at >= m + i; at--) {
        counts[at] -= counts[at - m - i];
      }
      for (int at = i; at < counts.length; at++) {
        counts[at] += counts[at - i];
      }
    }
    return counts;
  }

  private static double tieTerm(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    Arrays.sort(all);
    double term = 0;
    int start = 0;
    for (int i = 1; i <= all.length; i++) {
      if (i == all.length || all[i] != all[start]) {
        double run = i - start;
        term += run * run * run - run;
        start = i;
      }
    }
    return term;
  }

  /** How many of the values, which stand in order, are less. */
  static int lowerBound(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int upperBound(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
