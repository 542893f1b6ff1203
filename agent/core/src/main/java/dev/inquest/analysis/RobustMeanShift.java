package dev.inquest.analysis;

import java.util.Arrays;
import java.util.Optional;

/**
 * A lasting change of level. The best two-level split is tested with an effective sample size, its
 * p-value corrected for having been chosen; what is reported is the Hodges-Lehmann shift in robust
 * standard deviations of the baseline. A drift of the baseline is taken out first, and an older
 * change moves the baseline's start instead of hiding the newer one.
 */
final class RobustMeanShift implements ChangePointDetector {
  private static final int MAX_OLDER_CHANGES = 4;
  private static final double OLDER_CHANGE_P = 0.01;
  private static final double DRIFT_P = 0.001;

  /** A sample this far off the baseline may already belong to the new level. */
  private static final double OFF_BASELINE = 2;

  @Override
  public String method() {
    return "robust-mean-shift";
  }

  @Override
  public Optional<LevelShift> find(
      double[] seconds, double[] values, double earliest, DetectorSettings settings) {
    int start = baselineStart(seconds, values, earliest, settings);
    double[] t = Arrays.copyOfRange(seconds, start, seconds.length);
    double[] raw = Arrays.copyOfRange(values, start, values.length);
    int from = Math.max(settings.minBefore(), firstAtOrAfter(t, earliest));
    int to = raw.length - settings.minAfter();
    if (from > to) {
      return Optional.empty();
    }
    double[] x = withoutDrift(t, raw, from);
    TwoLevels levels = TwoLevels.of(x, settings.relativeFloor());
    int k = levels.best(from, to);
    if (levels.isRatherALine(k)) {
      return Optional.empty();
    }
    return describe(raw, x, levels, k, from, to, settings).map(shift -> offset(shift, start));
  }

  /** Index from which on the series has one level, up to the earliest time asked for. */
  private static int baselineStart(
      double[] seconds, double[] values, double earliest, DetectorSettings settings) {
    int end = firstAtOrAfter(seconds, earliest);
    int start = 0;
    for (int round = 0; round < MAX_OLDER_CHANGES; round++) {
      int to = end - start - settings.minAfter();
      if (settings.minBefore() > to) {
        return start;
      }
      double[] x = Arrays.copyOfRange(values, start, end);
      TwoLevels levels = TwoLevels.of(x, settings.relativeFloor());
      int k = levels.best(settings.minBefore(), to);
      if (levels.isRatherALine(k)
          || levels.leastPValue(k, settings.minBefore(), to) > OLDER_CHANGE_P
          || levels.pValue(k, settings.minBefore(), to) > OLDER_CHANGE_P) {
        return start;
      }
      start += k;
    }
    return start;
  }

  /** Takes out the slope of what is surely baseline. */
  private static double[] withoutDrift(double[] t, double[] raw, int baseline) {
    double slope =
        Trend.slope(
            Arrays.copyOfRange(t, 0, baseline), Arrays.copyOfRange(raw, 0, baseline), DRIFT_P);
    double[] x = new double[raw.length];
    for (int i = 0; i < raw.length; i++) {
      x[i] = raw[i] - slope * (t[i] - t[0]);
    }
    return x;
  }

  private static Optional<LevelShift> describe(
      double[] raw,
      double[] x,
      TwoLevels levels,
      int k,
      int from,
      int to,
      DetectorSettings settings) {
    double[] before = Arrays.copyOfRange(x, 0, k);
    double[] after = Arrays.copyOfRange(x, k, x.length);
    OrderStatistics baseline = OrderStatistics.of(before);
    double scale =
        Robust.scale(baseline, Math.abs(median(x, k, x.length)), settings.relativeFloor());
    double end = scale == 0 ? 0 : (end(x, k) - baseline.median()) / scale;
    if (Math.abs(end) < settings.minEffect() / 2) {
      return Optional.empty();
    }
    HodgesLehmann shift = new HodgesLehmann(before, after);
    double effect = shift.shift() / scale;
    boolean lasts = end * Math.signum(effect) >= settings.minEffect() / 2;
    if (Math.abs(effect) < settings.minEffect() || !lasts) {
      return Optional.empty();
    }
    HodgesLehmann.Interval interval = shift.interval(levels.inflation(k));
    Significance sure = Significance.of(levels, TwoLevels.ofRanks(x), k, from, to);
    Levels apart = new Levels(baseline.median(), median(x, k, x.length), scale);
    int first = apart.firstOff(x, k);
    // So young a shift has too few samples for their ranks to say where it began.
    TwoLevels clearer = first == k ? sure.clearer() : levels;
    int[] place = clearer.confidence(first, from, Math.max(to, first));
    return Optional.of(
        new LevelShift(
            first,
            lastBefore(x, baseline.median(), scale, effect, place[0]),
            apart.firstOff(x, place[1]),
            median(raw, 0, k),
            median(raw, k, raw.length),
            effect,
            interval.low() / scale,
            interval.high() / scale,
            sure.pValue()));
  }

  /** Where the series stands in its last third: a shift lasts where that is still off. */
  private static double end(double[] x, int k) {
    int tail = Math.max(3, (x.length - k) / 3);
    return median(x, Math.max(k, x.length - tail), x.length);
  }

  private static double median(double[] values, int from, int to) {
    return Selection.median(Arrays.copyOfRange(values, from, to));
  }

  /** Two levels that are far enough apart to tell a sample's own. */
  private record Levels(double before, double after, double scale) {
    /**
     * From an index on, the first sample that is not of the old level. A split leaves so many
     * samples after it; where the shift is younger than that, the first of them are still old.
     */
    int firstOff(double[] x, int index) {
      int at = index;
      while (at < x.length - 1
          && Math.abs(x[at] - before) <= OFF_BASELINE * scale
          && Math.abs(x[at] - after) > 2 * OFF_BASELINE * scale) {
        at++;
      }
      return at;
    }
  }

  private static int lastBefore(
      double[] x, double centre, double scale, double effect, int lowest) {
    int at = lowest - 1;
    while (at > 0 && (x[at] - centre) / scale * Math.signum(effect) > OFF_BASELINE) {
      at--;
    }
    return Math.max(0, at);
  }

  private static LevelShift offset(LevelShift s, int by) {
    return new LevelShift(
        s.firstAfter() + by,
        s.lastBefore() + by,
        s.surelyAfter() + by,
        s.before(),
        s.after(),
        s.effect(),
        s.effectLow(),
        s.effectHigh(),
        s.pValue());
  }

  private static int firstAtOrAfter(double[] t, double earliest) {
    int at = 0;
    while (at < t.length && t[at] < earliest) {
      at++;
    }
    return at;
  }
}
