package dev.inquest.analysis;

import java.util.SplittableRandom;

/** Random input for tests that compare a fast form with its definition. */
final class Draws {
  private Draws() {}

  /** Normal noise; of every other draw only whole numbers, so that there are ties. */
  static double[] values(SplittableRandom random, int n) {
    boolean whole = random.nextBoolean();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double value = 3 * random.nextGaussian();
      // adding zero makes the negative one positive
      values[i] = whole ? Math.rint(value) + 0.0 : value;
    }
    return values;
  }

  /** A first-order autoregressive process, with a step of that size halfway. */
  static double[] process(SplittableRandom random, int n, double memory, double step) {
    double[] values = new double[n];
    double noise = 0;
    for (int i = 0; i < n; i++) {
      noise = memory * noise + random.nextGaussian();
      values[i] = noise + (i < n / 2 ? 0 : step);
    }
    return values;
  }
}
