package dev.inquest.analysis;

/** How much less than they look neighbouring samples say. */
final class Autocorrelation {
  private static final int AT_ONCE = 4;

  private Autocorrelation() {}

  /**
   * The variance inflation of a mean: {@code 1 + 2 Σ ρ_k}, the sum over lags while ρ is positive;
   * at least that of a first-order process with the first lag's correlation, which is corrected for
   * its bias in short series (Kendall, 1954).
   *
   * @param residuals without their level shift
   * @return at least 1
   */
  static double inflation(double[] residuals) {
    int n = residuals.length;
    double variance = covariance(residuals, 0);
    if (n < 4 || variance <= 0) {
      return 1;
    }
    double first = covariance(residuals, 1) / variance;
    double corrected = Math.min(0.95, Math.max(0, (first + 1.0 / n) / (1 - 3.0 / n)));
    double firstOrder = (1 + corrected) / (1 - corrected);
    return Math.max(1, Math.max(firstOrder, summed(residuals, variance)));
  }

  private static double summed(double[] residuals, double variance) {
    double sum = 1;
    int last = residuals.length / 4;
    for (int lag = 1; lag <= last; lag += AT_ONCE) {
      double[] covariances = covariances(residuals, lag);
      for (int i = 0; i < AT_ONCE && lag + i <= last; i++) {
        double rho = covariances[i] / variance;
        if (rho <= 0) {
          return sum;
        }
        sum += 2 * rho;
      }
    }
    return sum;
  }

  /** Of four lags from the given one: four sums in flight cost hardly more than one. */
  private static double[] covariances(double[] x, int lag) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int all = Math.min(x.length, lag + AT_ONCE - 1);
    for (int i = lag; i < all; i++) {
      a += x[i] * x[i - lag];
      b += i > lag ? x[i] * x[i - lag - 1] : 0;
      c += i > lag + 1 ? x[i] * x[i - lag - 2] : 0;
    }
    for (int i = all; i < x.length; i++) {
      double now = x[i];
      a += now * x[i - lag];
      b += now * x[i - lag - 1];
      c += now * x[i - lag - 2];
      d += now * x[i - lag - 3];
    }
    return new double[] {a / x.length, b / x.length, c / x.length, d / x.length};
  }

  private static double covariance(double[] x, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += x[i] * x[i - lag];
    }
    return sum / x.length;
  }
}
