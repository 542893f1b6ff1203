package dev.inquest.app.investigation;

import dev.inquest.evidence.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the first window in which every band is kept. A window is looked at in tenths, each by the
 * median of a series' samples in it: a percentile of one second is the worst of a few requests, and
 * now and then lies outside of any band though nothing is wrong.
 */
final class RecoveryWindow {
  /**
   * A series whose samples stop, or are fewer than this share of what was to come, proves nothing.
   */
  private static final double LEAST_COVERAGE = 0.5;

  private static final int PARTS = 10;

  /** At the last sample of a part. */
  private record Sample(long millis, int band, boolean inside) {}

  private final List<Sample> samples = new ArrayList<>();
  private final int bands;
  private final long windowMillis;
  private final long partMillis;

  RecoveryWindow(List<Band> bands, List<MetricSeries> series, Duration window, Duration step) {
    this.bands = bands.size();
    this.windowMillis = window.toMillis();
    this.partMillis = Math.max(Math.max(1, step.toMillis()), windowMillis / PARTS);
    for (MetricSeries one : series) {
      SeriesKey key = SeriesKey.of(one.id());
      for (int b = 0; b < bands.size(); b++) {
        if (bands.get(b).key().equals(key)) {
          take(one, b, bands.get(b));
        }
      }
    }
    samples.sort(Comparator.comparingLong(Sample::millis));
  }

  private void take(MetricSeries series, int index, Band band) {
    SortedMap<Long, Part> parts = new TreeMap<>();
    for (int i = 0; i < series.size(); i++) {
      double value = series.valueAt(i);
      if (!Double.isNaN(value)) {
        long part = Math.floorDiv(series.millisAt(i), partMillis);
        parts.computeIfAbsent(part, k -> new Part()).add(series.millisAt(i), value);
      }
    }
    parts
        .values()
        .forEach(part -> samples.add(new Sample(part.last, index, band.holds(part.median()))));
  }

  /** A tenth of a window as one series shows it. */
  private static final class Part {
    private final List<Double> values = new ArrayList<>();
    private long last;

    void add(long millis, double value) {
      values.add(value);
      last = millis;
    }

    /** The upper one of an even number. */
    double median() {
      return values.stream().sorted().toList().get(values.size() / 2);
    }
  }

  /** Whether any of the series could be read at all. */
  boolean blind() {
    return samples.isEmpty();
  }

  /**
   * The start of the first window wholly inside.
   *
   * @param from not before this
   * @param now a window that is not over proves nothing
   */
  Optional<Instant> first(Instant from, Instant now) {
    long start = from.toEpochMilli();
    for (Sample sample : samples) {
      if (sample.millis() >= start + windowMillis && covered(start)) {
        return Optional.of(Instant.ofEpochMilli(start));
      }
      if (!sample.inside()) {
        start = Math.max(start, sample.millis() + 1);
      }
    }
    boolean over = now.toEpochMilli() >= start + windowMillis;
    return over && covered(start) ? Optional.of(Instant.ofEpochMilli(start)) : Optional.empty();
  }

  /** Every band has enough samples in the window, up to its end. */
  private boolean covered(long start) {
    int[] counts = new int[bands];
    long[] last = new long[bands];
    for (Sample sample : samples) {
      if (sample.millis() >= start && sample.millis() < start + windowMillis) {
        counts[sample.band()]++;
        last[sample.band()] = sample.millis();
      }
    }
    double expected = LEAST_COVERAGE * windowMillis / partMillis;
    for (int b = 0; b < bands; b++) {
      boolean reachesEnd = last[b] >= start + windowMillis - 2 * partMillis;
      if (counts[b] < Math.max(1, Math.floor(expected)) || !reachesEnd) {
        return false;
      }
    }
    return true;
  }
}
