package dev.inquest.memory;

import java.util.Arrays;

/** Log-odds as probabilities. */
final class Odds {
  private Odds() {}

  /** A soft maximum: they add up to one. */
  static double[] normalised(double[] logOdds) {
    double most = Arrays.stream(logOdds).max().orElse(0);
    double[] p = Arrays.stream(logOdds).map(odds -> StrictMath.exp(odds - most)).toArray();
    double sum = Arrays.stream(p).sum();
    return Arrays.stream(p).map(x -> x / sum).toArray();
  }
}
