package dev.inquest.analysis;

/** Two shares compared. */
final class Proportions {
  private Proportions() {}

  /**
   * Two-sided p-value of a pooled z test with one success and one failure added to each side
   * (Agresti and Caffo, 2000), which holds for small numbers too.
   *
   * @param n effective number behind the first share
   */
  static double pValue(double first, double n, double second, double m) {
    if (n < 1 || m < 1) {
      return 1;
    }
    double p = (first * n + 1) / (n + 2);
    double q = (second * m + 1) / (m + 2);
    double pooled = (first * n + second * m + 2) / (n + m + 4);
    double error = StrictMath.sqrt(pooled * (1 - pooled) * (1 / (n + 2) + 1 / (m + 2)));
    return error == 0 ? 1 : Normal.twoSided((q - p) / error);
  }
}
