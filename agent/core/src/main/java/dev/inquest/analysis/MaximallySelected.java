package dev.inquest.analysis;

/** Significance of the best of many splits. */
final class MaximallySelected {
  private MaximallySelected() {}

  /**
   * The chance that the largest two-sample statistic over all splits between the fractions exceeds
   * {@code z} when nothing changed (Miller and Siegmund, 1982, Biometrics 38:1011).
   *
   * @param z absolute standard normal deviate at the best split
   * @param lowest smallest share of points before the split, in (0, 1)
   * @param highest largest share, at least {@code lowest}
   */
  static double pValue(double z, double lowest, double highest) {
    if (z <= 1) {
      return 1;
    }
    double odds = highest * (1 - lowest) / ((1 - highest) * lowest);
    double density = Normal.density(z);
    double p = density * (z - 1 / z) * StrictMath.log(odds) + 4 * density / z;
    return Math.max(Normal.twoSided(z), Normal.bounded(p));
  }
}
