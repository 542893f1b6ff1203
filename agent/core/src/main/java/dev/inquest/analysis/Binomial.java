package dev.inquest.analysis;

import org.hipparchus.distribution.discrete.BinomialDistribution;

/** How surprising a count is for a known share. */
public final class Binomial {
  private Binomial() {}

  /** The chance of at least k of n where each comes with probability p. */
  public static double atLeast(int k, int n, double p) {
    if (k <= 0) {
      return 1;
    }
    BinomialDistribution upper = new BinomialDistribution(n, 1 - p);
    return Normal.bounded(upper.cumulativeProbability(n - k));
  }

  /**
   * Kullback and Leibler's divergence of the share seen from the one expected, in nats a trial; 0
   * where it is not above.
   */
  public static double divergence(double seen, double expected) {
    if (seen <= expected) {
      return 0;
    }
    double rest = seen >= 1 ? 0 : (1 - seen) * StrictMath.log((1 - seen) / (1 - expected));
    return seen * StrictMath.log(seen / expected) + rest;
  }
}
