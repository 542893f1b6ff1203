package dev.inquest.analysis.streaming;

/** What is watched of a series: a number a row, computed from the rows up to it. */
interface View {
  /** NaN while there is not enough to say. */
  double next(double value);

  /** The series itself: spikes, drops, values in a gap between known ones. */
  static View value() {
    return value -> value;
  }

  /**
   * Its recent mean: lasting shifts, denser bursts, a missing cycle, none of which need a new
   * value.
   */
  static View smoothed(double rows) {
    DecayedMean mean = new DecayedMean(rows);
    int[] seen = {0};
    return value -> {
      mean.add(value);
      return ++seen[0] <= rows ? Double.NaN : mean.get();
    };
  }

  /** Its departure from the mean of the rows before: jumps on a level that itself wanders. */
  static View departure(double rows) {
    DecayedMean mean = new DecayedMean(rows);
    double[] before = {Double.NaN};
    return value -> {
      double departure = value - before[0];
      mean.add(value);
      before[0] = mean.get();
      return departure;
    };
  }
}
