package dev.inquest.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
   * Two-sided p-value of weighted samples: every pair counts the product of its weights, and a
   * sample is worth {@code (Σw)² / Σw²} values (Kish, 1965).
   */
  public static double pValue(
      double[] first, double[] firstWeights, double[] second, double[] secondWeights) {
    if (first.length == 0 || second.length == 0) {
      return 1;
    }
    double n = effective(firstWeights);
    double m = effective(secondWeights);
    double probability = superiority(first, firstWeights, second, secondWeights);
    double deviation = StrictMath.sqrt((n + m + 1) / (12 * n * m));
    return Normal.twoSided((probability - 0.5) / deviation);
  }

  /** The weighted chance that a value of the second sample exceeds one of the first. */
  static double superiority(
      double[] first, double[] firstWeights, double[] second, double[] secondWeights) {
    int[] order = order(first);
    double[] sorted = new double[order.length];
    double[] cumulative = new double[order.length + 1];
    for (int i = 0; i < order.length; i++) {
      sorted[i] = first[order[i]];
      cumulative[i + 1] = cumulative[i] + firstWeights[order[i]];
    }
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < second.length; i++) {
      double below = cumulative[lowerBound(sorted, second[i])];
      double upTo = cumulative[upperBound(sorted, second[i])];
      sum += secondWeights[i] * (below + upTo) / 2;
      weight += secondWeights[i];
    }
    return sum / (weight * cumulative[order.length]);
  }

  static double effective(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }

  private static int[] order(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> values[i]).thenComparing(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
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
