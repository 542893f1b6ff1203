package dev.inquest.analysis.streaming;

/**
 * A mean that forgets: weight (1 − 1/span)^age, divided by the sum of weights, so that it is right
 * from the first value on (the bias correction of Kingma and Ba, 2015, section 3).
 */
final class DecayedMean {
  private final double keep;
  private double mean;
  private double weight;

  /**
   * @param span in values, at least 1
   */
  DecayedMean(double span) {
    this.keep = 1 - 1 / span;
  }

  void add(double value) {
    weight = weight * keep + 1;
    // as an increment: the mean of a constant is that constant, without a rounding error
    mean += (value - mean) / weight;
  }

  /** 0 before the first value. */
  double get() {
    return mean;
  }
}
