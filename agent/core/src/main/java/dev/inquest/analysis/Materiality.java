package dev.inquest.analysis;

import dev.inquest.evidence.SeriesId;

/**
 * Whether a change is large enough to matter to anyone. A statistically clear rise of a tenth is
 * true and wakes nobody.
 */
public final class Materiality {
  /** Least factor between before and after, either way. */
  private static final double MIN_RATIO = 1.3;

  /** Nobody feels less; what is faster by nature is measured in parts of it. */
  private static final double MIN_LATENCY_SECONDS = 0.005;

  private Materiality() {}

  public static boolean matters(SeriesId id, double before, double after) {
    return switch (Symptom.of(id)) {
      case LATENCY -> ratio(before, after) && Math.abs(after - before) >= MIN_LATENCY_SECONDS;
      case ERROR -> Symptom.worseWhenLower(id) || ratio(before, after);
      case TRAFFIC -> ratio(before, after);
      case SATURATION, DATABASE, OTHER -> true;
    };
  }

  private static boolean ratio(double before, double after) {
    double low = Math.min(Math.abs(before), Math.abs(after));
    double high = Math.max(Math.abs(before), Math.abs(after));
    return high > 0 && high >= MIN_RATIO * low;
  }
}
