package dev.inquest.analysis;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a daily or weekly cycle out of a series: each value is held against the median of what the
 * series was around the same time in earlier periods. Where that explains nothing, or there is not
 * history enough, the series stays as it is.
 */
public final class Season {
  private static final List<Duration> PERIODS = List.of(Duration.ofDays(1), Duration.ofDays(7));

  /** As far from the same time values of earlier periods may lie, to either side. */
  private static final Duration AROUND = Duration.ofMinutes(10);

  /** Earlier periods that are looked at. */
  private static final int MAX_PERIODS = 7;

  /** Values of one earlier period that are looked at; denser ones are passed over evenly. */
  private static final int MAX_AROUND = 31;

  /** A cycle is one where it leaves at most this part of the baseline's mean deviation. */
  private static final double LEAST_EXPLAINED = 0.7;

  /** Part of the recent samples that must have an earlier period. */
  private static final double LEAST_KNOWN = 0.8;

  private Season() {}

  private record Fit(FiniteSeries series, double deviation) {}

  /**
   * The series less its cycle, at the level expected lately, of those samples that have an earlier
   * period; empty where there is no cycle to take out.
   *
   * @param earliest seconds from which on something may have changed; what is before is baseline
   */
  public static Optional<FiniteSeries> without(
      FiniteSeries series, double earliest, DetectorSettings settings) {
    double[] seconds = seconds(series);
    Fit best = null;
    for (Duration period : PERIODS) {
      Fit fit = fit(series, seconds, (double) period.toSeconds(), earliest, settings);
      if (fit != null && (best == null || fit.deviation() < best.deviation())) {
        best = fit;
      }
    }
    return Optional.ofNullable(best).map(Fit::series);
  }

  private static double[] seconds(FiniteSeries series) {
    double[] seconds = new double[series.size()];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = series.secondsAt(i);
    }
    return seconds;
  }

  private static @Nullable Fit fit(
      FiniteSeries series,
      double[] seconds,
      double period,
      double earliest,
      DetectorSettings settings) {
    if (seconds.length == 0 || seconds[seconds.length - 1] - period < seconds[0]) {
      return null;
    }
    double[] values = series.values(0, series.size());
    double[] expected = new double[seconds.length];
    for (int i = 0; i < seconds.length; i++) {
      expected[i] = expected(seconds, values, i, period);
    }
    int recent = from(seconds, earliest);
    int[] known =
        IntStream.range(0, seconds.length).filter(i -> !Double.isNaN(expected[i])).toArray();
    int baseline = (int) Arrays.stream(known).filter(i -> i < recent).count();
    int since = known.length - baseline;
    if (baseline < 3 * settings.minBefore()
        || since == 0
        || since < LEAST_KNOWN * (seconds.length - recent)) {
      return null;
    }
    return left(series, values, expected, known, baseline);
  }

  /**
   * @param known indices of the samples that have an earlier period
   * @param baseline how many of them come before anything may have changed
   */
  private static @Nullable Fit left(
      FiniteSeries series, double[] values, double[] expected, int[] known, int baseline) {
    double[] usual = Arrays.stream(known).mapToDouble(i -> values[i]).toArray();
    double[] cycle = Arrays.stream(known).mapToDouble(i -> expected[i]).toArray();
    double level = Robust.median(Arrays.copyOfRange(cycle, baseline, cycle.length));
    double[] left = new double[known.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = usual[i] - cycle[i] + level;
    }
    double remaining = deviation(Arrays.copyOf(left, baseline));
    return remaining < LEAST_EXPLAINED * deviation(Arrays.copyOf(usual, baseline))
        ? new Fit(series.with(known, left), remaining)
        : null;
  }

  /** The mean distance from the median; it feels a cycle that is short, as a median would not. */
  private static double deviation(double[] values) {
    double centre = Robust.median(values);
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value - centre);
    }
    return sum / values.length;
  }

  /** The median over earlier periods of what the series was around that time; NaN without one. */
  private static double expected(double[] seconds, double[] values, int i, double period) {
    double[] periods = new double[MAX_PERIODS];
    int known = 0;
    double at = seconds[i] - period;
    while (known < MAX_PERIODS && at >= seconds[0]) {
      double around = around(seconds, values, at);
      if (!Double.isNaN(around)) {
        periods[known++] = around;
      }
      at -= period;
    }
    return known == 0 ? Double.NaN : Selection.median(Arrays.copyOf(periods, known));
  }

  /** The median of what the series was around that time; NaN where it was not measured. */
  private static double around(double[] seconds, double[] values, double at) {
    int low = from(seconds, at - AROUND.toSeconds());
    int high = from(seconds, at + AROUND.toSeconds());
    if (low == high) {
      return Double.NaN;
    }
    int step = Math.max(1, (high - low) / MAX_AROUND);
    double[] near = new double[(high - low + step - 1) / step];
    for (int k = 0; k < near.length; k++) {
      near[k] = values[low + k * step];
    }
    return Selection.median(near);
  }

  /** Index of the first sample not before that time. */
  private static int from(double[] seconds, double at) {
    int found = Arrays.binarySearch(seconds, at);
    return found >= 0 ? found : -found - 1;
  }
}
