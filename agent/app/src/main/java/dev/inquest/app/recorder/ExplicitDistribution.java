package dev.inquest.app.recorder;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts between given bounds; the first bucket has no lower bound, the last no upper. */
final class ExplicitDistribution implements Distribution {
  private final double[] bounds;
  private final long[] counts;
  private final long count;
  private final double sum;

  /**
   * @param counts one more than bounds; empty where only count and sum are known
   */
  ExplicitDistribution(double[] bounds, long[] counts, long count, double sum) {
    this.bounds = bounds;
    this.counts = counts;
    this.count = count;
    this.sum = sum;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public double sum() {
    return sum;
  }

  @Override
  public @Nullable Distribution since(Distribution earlier) {
    return combined(earlier, -1);
  }

  @Override
  public @Nullable Distribution plus(Distribution other) {
    return combined(other, 1);
  }

  private @Nullable Distribution combined(Distribution other, int sign) {
    if (!(other instanceof ExplicitDistribution that)
        || !Arrays.equals(bounds, that.bounds)
        || counts.length != that.counts.length) {
      return null;
    }
    long[] combined = new long[counts.length];
    boolean shrunk = count + sign * that.count < 0;
    for (int i = 0; i < combined.length; i++) {
      combined[i] = counts[i] + sign * that.counts[i];
      shrunk |= combined[i] < 0;
    }
    return shrunk
        ? null
        : new ExplicitDistribution(
            bounds, combined, count + sign * that.count, sum + sign * that.sum);
  }

  @Override
  public double quantile(double q) {
    long total = Arrays.stream(counts).sum();
    if (total == 0) {
      return Double.NaN;
    }
    double rank = q * total;
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0 && below + counts[i] >= rank) {
        return within(i, (rank - below) / counts[i]);
      }
      below += counts[i];
    }
    return Double.NaN;
  }

  /** The outermost buckets have one bound only: that one is the answer, as in Prometheus. */
  private double within(int bucket, double share) {
    if (bounds.length == 0) {
      return Double.NaN;
    }
    if (bucket == bounds.length) {
      return bounds[bucket - 1];
    }
    double upper = bounds[bucket];
    double lower = bucket > 0 ? bounds[bucket - 1] : upper > 0 ? 0 : upper;
    return lower + (upper - lower) * Math.clamp(share, 0, 1);
  }
}
