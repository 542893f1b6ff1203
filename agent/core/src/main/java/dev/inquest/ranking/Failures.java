package dev.inquest.ranking;

import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.SeriesId;
import java.util.Arrays;

/** A share of successes as a share of failures: 99.9 and 99 are far apart only that way. */
final class Failures {
  private static final double PERCENT = 100;

  private Failures() {}

  /** What the share would be if nothing failed: 1 or 100; 0 where the series is no such share. */
  static double bound(SeriesId id, double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > PERCENT || !Symptom.worseWhenLower(id)) {
      return 0;
    }
    return largest > 1 ? PERCENT : 1;
  }

  /** The values, turned where they are a share of successes. */
  static double[] of(SeriesId id, double[] values) {
    double bound = bound(id, values);
    return bound == 0 ? values : Arrays.stream(values).map(v -> bound - v).toArray();
  }
}
