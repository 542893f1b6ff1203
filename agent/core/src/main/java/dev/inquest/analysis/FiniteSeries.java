package dev.inquest.analysis;

import dev.inquest.evidence.MetricSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A series as a detector reads it: finite samples only, in seconds since an origin. */
public final class FiniteSeries {
  private final MetricSeries series;
  private final int[] kept;
  private final double[] seconds;
  private final double[] values;

  private FiniteSeries(MetricSeries series, int[] kept, double[] seconds, double[] values) {
    this.series = series;
    this.kept = kept;
    this.seconds = seconds;
    this.values = values;
  }

  public static FiniteSeries of(MetricSeries series, Instant origin) {
    int[] kept = new int[series.size()];
    int n = 0;
    for (int i = 0; i < series.size(); i++) {
      if (Double.isFinite(series.valueAt(i))) {
        kept[n++] = i;
      }
    }
    double[] seconds = new double[n];
    double[] values = new double[n];
    long start = origin.toEpochMilli();
    for (int i = 0; i < n; i++) {
      seconds[i] = (series.millisAt(kept[i]) - start) / 1e3;
      values[i] = series.valueAt(kept[i]);
    }
    return new FiniteSeries(series, Arrays.copyOf(kept, n), seconds, values);
  }

  /** Some of the samples, with other values at their times. */
  FiniteSeries with(int[] indices, double[] newValues) {
    if (newValues.length != indices.length) {
      throw new IllegalArgumentException(newValues.length + " values for other samples");
    }
    return new FiniteSeries(
        series,
        Arrays.stream(indices).map(i -> kept[i]).toArray(),
        Arrays.stream(indices).mapToDouble(i -> seconds[i]).toArray(),
        newValues.clone());
  }

  public MetricSeries series() {
    return series;
  }

  public int size() {
    return kept.length;
  }

  public double valueAt(int index) {
    return values[index];
  }

  public Instant timeAt(int index) {
    return series.timeAt(kept[index]);
  }

  /** Index of the first sample not before the time; {@link #size()} where there is none. */
  public int firstAtOrAfter(Instant at) {
    int index = series.firstAtOrAfter(at.toEpochMilli());
    int found = Arrays.binarySearch(kept, index);
    return found >= 0 ? found : -found - 1;
  }

  /** A copy of the values in {@code [from, to)}. */
  public double[] values(int from, int to) {
    return Arrays.copyOfRange(values, from, to);
  }

  /** What the detector finds in the first {@code length} samples, not before the given one. */
  public Optional<LevelShift> find(
      ChangePointDetector detector, int length, double earliest, DetectorSettings settings) {
    return detector.find(
        Arrays.copyOf(seconds, length), Arrays.copyOf(values, length), earliest, settings);
  }

  /** Seconds of a sample since the origin. */
  public double secondsAt(int index) {
    return seconds[index];
  }
}
