package dev.inquest.analysis;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Tail probabilities that stay finite: nothing is ever more certain than {@link #LEAST}. */
public final class Normal {
  /** The smallest p-value that is told apart from zero. */
  static final double LEAST = 1e-12;

  private static final NormalDistribution STANDARD = new NormalDistribution();

  private Normal() {}

  /** Two-sided p-value of a standard normal deviate. */
  public static double twoSided(double z) {
    return bounded(2 * STANDARD.cumulativeProbability(-Math.abs(z)));
  }

  /** The absolute normal deviate with the two-sided p-value of a t statistic. */
  static double deviate(double t, double degreesOfFreedom) {
    double p =
        bounded(
            2
                * new TDistribution(Math.max(1, degreesOfFreedom))
                    .cumulativeProbability(-Math.abs(t)));
    return -STANDARD.inverseCumulativeProbability(p / 2);
  }

  /** The standard normal density. */
  static double density(double z) {
    return StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
  }

  static double bounded(double p) {
    return Double.isNaN(p) ? 1 : Math.min(1, Math.max(LEAST, p));
  }
}
