package dev.inquest.analysis;

/** How much less than they look neighbouring samples say. */
final class Autocorrelation {
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
    for (int lag = 1; lag <= residuals.length / 4; lag++) {
      double rho = covariance(residuals, lag) / variance;
      if (rho <= 0) {
        break;
      }
      sum += 2 * rho;
    }
    return sum;
  }

  private static double covariance(double[] x, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += x[i] * x[i - lag];
    }
    return sum / x.length;
  }
}
