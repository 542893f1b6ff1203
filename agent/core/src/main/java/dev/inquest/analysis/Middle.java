package dev.inquest.analysis;

/** The two values in the middle of many; the same one twice where their number is odd. */
record Middle(double low, double high) {
  /**
   * @param values finite; their order stays
   * @throws IllegalArgumentException where there is no value
   */
  static Middle of(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    return Selection.middle(values.clone());
  }

  double median() {
    return low + 0.5 * (high - low);
  }

  /** Of the same values with their signs turned. */
  Middle negated() {
    return new Middle(-high, -low);
  }
}
