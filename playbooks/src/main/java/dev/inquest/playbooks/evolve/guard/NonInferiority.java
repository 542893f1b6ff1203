package dev.inquest.playbooks.evolve.guard;

/**
 * Whether a candidate is shown to be at most a margin worse, at .05, one-sided: H0 is E[d] ≤ -δ.
 * Rejected where (m + δ) / s ≥ 1.645 with m the mean and s its standard error after half a pair was
 * added to each cell of the two-by-two table of outcomes, that is differences of +1, -1, 0 and 0
 * (Agresti and Min, 2005, Statistics in Medicine 24, for matched proportions; the test that inverts
 * their interval). Outcomes between right and wrong are taken by the same sums, as differences in
 * [-1, 1] vary at most as much.
 */
final class NonInferiority {
  /** The standard normal's upper twentieth. */
  private static final double Z = 1.6448536269514722;

  private static final double CELLS = 4;
  private static final double ADDED = 0.5;

  private NonInferiority() {}

  /**
   * @param differences from -1 to 1, above 0 where the candidate is better
   * @param margin δ, above 0
   */
  static GuardCheck test(String name, double[] differences, double margin) {
    double sum = 0;
    double squares = 2 * ADDED;
    for (double d : differences) {
      sum += d;
      squares += d * d;
    }
    double n = differences.length + CELLS * ADDED;
    double mean = sum / n;
    double error = StrictMath.sqrt((squares / n - mean * mean) / n);
    return new GuardCheck(
        name, differences.length, mean, mean - Z * error, -margin, mean + margin >= Z * error);
  }

  /**
   * Whether a mean cost is shown to be below so many times the other, by the contrast c = r·old -
   * new, as in Fieller's theorem: H0 is E[c] ≤ 0, in shares of the mean old cost.
   *
   * @param ratio r, above 1
   */
  static GuardCheck cost(String name, double[] before, double[] after, double ratio) {
    int n = before.length;
    double old = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double contrast = ratio * before[i] - after[i];
      old += before[i];
      sum += contrast;
      squares += contrast * contrast;
    }
    double mean = sum / n;
    double error = StrictMath.sqrt(Math.max(0, squares / n - mean * mean) / n);
    double scale = Math.max(1, old / n);
    double slack = mean / scale - (ratio - 1);
    double least = (mean - Z * error) / scale - (ratio - 1);
    boolean free = sum == 0 && squares == 0;
    return new GuardCheck(name, n, slack, least, 1 - ratio, free || mean > Z * error);
  }
}
