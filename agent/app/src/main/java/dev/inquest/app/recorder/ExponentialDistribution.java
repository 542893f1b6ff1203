package dev.inquest.app.recorder;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts in buckets {@code (base^i, base^(i+1)]}, base = 2^(2^-scale) (OpenTelemetry's exponential
 * histogram). Two of different scale meet at the coarser one.
 */
final class ExponentialDistribution implements Distribution {
  private final int scale;
  private final SortedMap<Integer, Long> positive;
  private final SortedMap<Integer, Long> negative;
  private final long zeros;
  private final long count;
  private final double sum;

  /** The maps are not copied and must not be changed afterwards. */
  ExponentialDistribution(
      int scale,
      SortedMap<Integer, Long> positive,
      SortedMap<Integer, Long> negative,
      long zeros,
      long count,
      double sum) {
    this.scale = scale;
    this.positive = positive;
    this.negative = negative;
    this.zeros = zeros;
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
    if (!(other instanceof ExponentialDistribution that)) {
      return null;
    }
    int coarser = Math.min(scale, that.scale);
    SortedMap<Integer, Long> up =
        combined(coarsened(positive, scale - coarser), that.positive, that.scale - coarser, sign);
    SortedMap<Integer, Long> down =
        combined(coarsened(negative, scale - coarser), that.negative, that.scale - coarser, sign);
    long zero = zeros + sign * that.zeros;
    long all = count + sign * that.count;
    boolean shrunk =
        zero < 0
            || all < 0
            || up.values().stream().anyMatch(v -> v < 0)
            || down.values().stream().anyMatch(v -> v < 0);
    return shrunk
        ? null
        : new ExponentialDistribution(coarser, up, down, zero, all, sum + sign * that.sum);
  }

  private static SortedMap<Integer, Long> combined(
      SortedMap<Integer, Long> own, SortedMap<Integer, Long> other, int shift, int sign) {
    coarsened(other, shift).forEach((index, n) -> own.merge(index, sign * n, Long::sum));
    return own;
  }

  /** Always a copy. Halving the scale joins neighbours: an arithmetic shift of the index. */
  private static SortedMap<Integer, Long> coarsened(SortedMap<Integer, Long> buckets, int shift) {
    SortedMap<Integer, Long> coarse = new TreeMap<>();
    buckets.forEach((index, n) -> coarse.merge(index >> shift, n, Long::sum));
    return coarse;
  }

  @Override
  public double quantile(double q) {
    long total = zeros + sumOf(positive) + sumOf(negative);
    if (total == 0) {
      return Double.NaN;
    }
    double rank = q * total;
    double below = 0;
    for (Map.Entry<Integer, Long> bucket : new TreeMap<>(negative).descendingMap().entrySet()) {
      if (below + bucket.getValue() >= rank && bucket.getValue() > 0) {
        return -value(bucket.getKey(), 1 - (rank - below) / bucket.getValue());
      }
      below += bucket.getValue();
    }
    if (zeros > 0 && below + zeros >= rank) {
      return 0;
    }
    below += zeros;
    for (Map.Entry<Integer, Long> bucket : positive.entrySet()) {
      if (below + bucket.getValue() >= rank && bucket.getValue() > 0) {
        return value(bucket.getKey(), (rank - below) / bucket.getValue());
      }
      below += bucket.getValue();
    }
    return Double.NaN;
  }

  /** Interpolated by powers, as the buckets grow by powers. */
  private double value(int index, double share) {
    return Math.pow(2, (index + Math.clamp(share, 0, 1)) * Math.scalb(1.0, -scale));
  }

  private static long sumOf(SortedMap<Integer, Long> buckets) {
    return buckets.values().stream().mapToLong(Long::longValue).sum();
  }
}
