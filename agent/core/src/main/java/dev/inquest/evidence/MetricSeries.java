package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One series in time order. A missing sample is absent, never zero; values may be NaN or infinite
 * where the source says so. Counters arrive as per-second rates, histograms as one series per
 * statistic (label {@code statistic}: {@code p50, p95, p99, mean, rate}); durations in seconds.
 * Immutable; the arrays given are not copied and must not be changed afterwards.
 */
public final class MetricSeries {
  private final SeriesId id;
  private final long[] epochMillis;
  private final double[] values;

  /**
   * @throws IllegalArgumentException where lengths differ or times do not rise strictly
   */
  public MetricSeries(SeriesId id, long[] epochMillis, double[] values) {
    this.id = requireNonNull(id, "id");
    if (epochMillis.length != values.length) {
      throw new IllegalArgumentException(
          id + ": " + epochMillis.length + " times, " + values.length + " values");
    }
    for (int i = 1; i < epochMillis.length; i++) {
      if (epochMillis[i] <= epochMillis[i - 1]) {
        throw new IllegalArgumentException(id + ": times do not rise at index " + i);
      }
    }
    this.epochMillis = epochMillis;
    this.values = values;
  }

  public SeriesId id() {
    return id;
  }

  public int size() {
    return values.length;
  }

  public long millisAt(int index) {
    return epochMillis[index];
  }

  public Instant timeAt(int index) {
    return Instant.ofEpochMilli(epochMillis[index]);
  }

  public double valueAt(int index) {
    return values[index];
  }

  /**
   * The index of the first sample not before the given time; {@link #size()} where there is none.
   */
  public int firstAtOrAfter(long millis) {
    int low = 0;
    int high = epochMillis.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (epochMillis[middle] < millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A copy of the values whose index lies in {@code [from, to)}. */
  public double[] values(int from, int to) {
    return java.util.Arrays.copyOfRange(values, from, to);
  }

  @Override
  public String toString() {
    return id + " [" + values.length + " samples]";
  }
}
