package dev.inquest.analysis;

/** Weighted values in ascending order; at each place the weight of those before it is known. */
final class Ranked {
  private final double[] values;
  private final double[] weights;
  private final double[] weightBefore;

  private Ranked(int size) {
    this.values = new double[size];
    this.weights = new double[size];
    this.weightBefore = new double[size + 1];
  }

  /**
   * @param values none of them NaN
   * @param weights as many, positive
   */
  static Ranked of(double[] values, double[] weights) {
    int[] order = Ascending.of(values);
    Ranked ranked = new Ranked(order.length);
    for (int i = 0; i < order.length; i++) {
      ranked.values[i] = values[order[i]];
      ranked.weights[i] = weights[order[i]];
      ranked.weightBefore[i + 1] = ranked.weightBefore[i] + ranked.weights[i];
    }
    return ranked;
  }

  int size() {
    return values.length;
  }

  double value(int place) {
    return values[place];
  }

  double weight(int place) {
    return weights[place];
  }

  double total() {
    return weightBefore[values.length];
  }

  /** The weight of the first so many. */
  double weightBefore(int place) {
    return weightBefore[place];
  }

  /** The smallest value at which the weight up to it reaches the share; of none it is not asked. */
  double quantile(double q) {
    double wanted = q * total();
    int place = 0;
    while (place < values.length - 1 && weightBefore[place + 1] < wanted) {
      place++;
    }
    return values[place];
  }
}
