package dev.inquest.app.investigation;

import dev.inquest.evidence.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the first window in which every band is kept. */
final class RecoveryWindow {
  /**
   * A series whose samples stop, or are fewer than this share of what was to come, proves nothing.
   */
  private static final double LEAST_COVERAGE = 0.5;

  private record Sample(long millis, int band, boolean inside) {}

  private final List<Sample> samples = new ArrayList<>();
  private final int bands;
  private final long windowMillis;
  private final long stepMillis;

  RecoveryWindow(List<Band> bands, List<MetricSeries> series, Duration window, Duration step) {
    this.bands = bands.size();
    this.windowMillis = window.toMillis();
    this.stepMillis = Math.max(1, step.toMillis());
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
    for (int i = 0; i < series.size(); i++) {
      double value = series.valueAt(i);
      if (!Double.isNaN(value)) {
        samples.add(new Sample(series.millisAt(i), index, band.holds(value)));
      }
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
    double expected = LEAST_COVERAGE * windowMillis / stepMillis;
    for (int b = 0; b < bands; b++) {
      boolean reachesEnd = last[b] >= start + windowMillis - 3 * stepMillis;
      if (counts[b] < Math.max(1, Math.floor(expected)) || !reachesEnd) {
        return false;
      }
    }
    return true;
  }
}
