package dev.inquest.analysis;

import org.hipparchus.util.CombinatoricsUtils;

/**
 * The best description of a stretch of a series by two levels, by least squares over values that
 * were clipped far outside their bulk, so that single wild points carry no weight of their own.
 */
final class TwoLevels {
  /** Values are clipped at this many robust standard deviations from their median. */
  private static final double CLIP = 10;

  /** 95 % quantile of the likelihood ratio of a break's place (Hansen, 2000, Econometrica 68). */
  private static final double CONFIDENCE = 7.35;

  /**
   * Twice one in so many, by its logarithm, is less than the least p-value told apart from zero.
   */
  private static final double SURELY_MANY = 30;

  private final double[] x;
  private final double[] sum;
  private final double[] squares;

  /** The split whose inflation is known; -1 where none is. */
  private int inflationOf = -1;

  private double inflation;

  private TwoLevels(double[] x) {
    this.x = x;
    this.sum = new double[x.length + 1];
    this.squares = new double[x.length + 1];
    for (int i = 0; i < x.length; i++) {
      sum[i + 1] = sum[i] + x[i];
      squares[i + 1] = squares[i] + x[i] * x[i];
    }
  }

  static TwoLevels of(double[] values, double relativeFloor) {
    OrderStatistics inOrder = OrderStatistics.of(values);
    double centre = inOrder.median();
    double scale = Robust.scale(inOrder, Math.abs(centre), relativeFloor);
    double[] clipped = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double deviate = scale == 0 ? 0 : (values[i] - centre) / scale;
      clipped[i] = Math.max(-CLIP, Math.min(CLIP, deviate));
    }
    return new TwoLevels(clipped);
  }

  /**
   * Of the values' ranks, ties sharing their mean: a new level that swings widely (a cold start, a
   * backlog that drains) is as plain as a calm one (Lausen and Schumacher, 1992, Biometrics 48:73).
   */
  static TwoLevels ofRanks(double[] values) {
    return new TwoLevels(OrderStatistics.of(values).ranks(values));
  }

  /** The split in {@code [from, to]} that leaves least unexplained; -1 where the range is empty. */
  int best(int from, int to) {
    int best = -1;
    double least = 0;
    for (int k = from; k <= to; k++) {
      double unexplained = unexplained(k);
      if (best < 0 || unexplained < least - 1e-12) {
        best = k;
        least = unexplained;
      }
    }
    return best;
  }

  /** Sum of squared residuals where the level changes before index k. */
  double unexplained(int k) {
    return Math.max(0, within(0, k) + within(k, x.length));
  }

  /** Whether one straight line leaves less unexplained than the two levels: a drift, no step. */
  boolean isRatherALine(int k) {
    double n = x.length;
    double middle = (n - 1) / 2;
    double covariance = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += (i - middle) * x[i];
    }
    double spread = n * (n * n - 1) / 12;
    return within(0, x.length) - covariance * covariance / spread < unexplained(k);
  }

  /** Variance inflation by autocorrelation around the two levels of a split. */
  double inflation(int k) {
    if (inflationOf != k) {
      inflation = inflationNow(k);
      inflationOf = k;
    }
    return inflation;
  }

  private double inflationNow(int k) {
    double low = mean(0, k);
    double high = mean(k, x.length);
    double[] residuals = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      residuals[i] = x[i] - (i < k ? low : high);
    }
    return Autocorrelation.inflation(residuals);
  }

  /** The chance of so good a best split, over splits in {@code [from, to]}, if nothing changed. */
  double pValue(int k, int from, int to) {
    return pValue(k, from, to, inflation(k));
  }

  /**
   * What {@link #pValue} would be if the samples were independent. Autocorrelation only makes it
   * larger, and is dear to estimate.
   */
  double leastPValue(int k, int from, int to) {
    return pValue(k, from, to, 1);
  }

  private double pValue(int k, int from, int to, double inflation) {
    double z = Math.min(pooled(k, inflation), welch(k, inflation));
    return chosen(z, k, from, to, inflation);
  }

  /**
   * The same by the baseline's own variance, as in Glass's delta (1976, Educational Researcher
   * 5:3): if nothing changed, what came later varies like it too. It sees a new level that swings
   * so widely that its own variance would hide it.
   */
  double pValueByBaseline(int k, int from, int to) {
    double inflation = baselineInflation(k);
    double variance = within(0, k) / (k - 1) * inflation;
    double error = StrictMath.sqrt(variance * (1.0 / k + 1.0 / (x.length - k)));
    double z = deviate(mean(k, x.length) - mean(0, k), error, k / inflation - 1);
    return chosen(z, k, from, to, inflation);
  }

  private double baselineInflation(int k) {
    double level = mean(0, k);
    double[] residuals = new double[k];
    for (int i = 0; i < k; i++) {
      residuals[i] = x[i] - level;
    }
    return Autocorrelation.inflation(residuals);
  }

  /** Of a split that was chosen as the best. */
  private double chosen(double z, int k, int from, int to, double inflation) {
    double n = x.length;
    double lowest = Math.max(0.5, from) / n;
    double highest = Math.min(n - 0.5, to) / n;
    double p = MaximallySelected.pValue(z, lowest, Math.max(lowest, highest));
    return Math.max(p, leastByOrder(k, inflation));
  }

  /** Indices of the lowest and highest split that the data cannot tell from the best. */
  int[] confidence(int k, int from, int to) {
    double inflation = inflation(k);
    double least = unexplained(k);
    double variance = Math.max(least / Math.max(1, x.length - 2), 1e-12);
    double bound = least + CONFIDENCE * inflation * variance;
    int low = k;
    int high = k;
    while (low > from && unexplained(low - 1) <= bound) {
      low--;
    }
    while (high < to && unexplained(high + 1) <= bound) {
      high++;
    }
    return new int[] {low, high};
  }

  private double pooled(int k, double inflation) {
    double n = x.length;
    double variance = unexplained(k) / (n - 2) * inflation;
    double error = StrictMath.sqrt(variance * (1.0 / k + 1 / (n - k)));
    return deviate(mean(k, x.length) - mean(0, k), error, n / inflation - 2);
  }

  /** Welch's test: the new level may be noisier than the old one. */
  private double welch(int k, double inflation) {
    double n = k;
    double m = x.length - k;
    double a = within(0, k) / (n - 1) / n * inflation;
    double b = within(k, x.length) / (m - 1) / m * inflation;
    double freedom =
        (a + b) * (a + b) / (a * a * inflation / (n - 1) + b * b * inflation / (m - 1));
    return deviate(mean(k, x.length) - mean(0, k), StrictMath.sqrt(a + b), freedom);
  }

  private static double deviate(double difference, double error, double freedom) {
    if (difference == 0) {
      return 0;
    }
    double t = error <= 0 ? 1e9 : difference / error;
    return Normal.deviate(t, Double.isNaN(freedom) ? 1e3 : freedom);
  }

  /** No test on so few independent values can be surer than their order allows. */
  private double leastByOrder(int k, double inflation) {
    int n = (int) Math.max(2, Math.floor(x.length / inflation));
    int chosen = (int) Math.max(1, Math.min(n - 1, Math.round(k / inflation)));
    int fewer = Math.min(chosen, n - chosen);
    // C(n, k) is at least (n / k)^k, which mostly says enough and costs one logarithm
    if (fewer * StrictMath.log((double) n / fewer) > SURELY_MANY) {
      return Normal.LEAST;
    }
    double arrangements = CombinatoricsUtils.binomialCoefficientLog(n, chosen);
    return Normal.bounded(2 * StrictMath.exp(-arrangements));
  }

  private double mean(int from, int to) {
    return (sum[to] - sum[from]) / (to - from);
  }

  private double within(int from, int to) {
    double total = sum[to] - sum[from];
    double within = squares[to] - squares[from] - total * total / (to - from);
    return within < 1e-9 ? 0 : within;
  }
}
