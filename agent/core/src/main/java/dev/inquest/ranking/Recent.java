package dev.inquest.ranking;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From when on samples may belong to the incident. An alert comes after what it speaks of: a few
 * steps of the series after, by how it is averaged and by how long a monitor waits. Not
 * thread-safe.
 */
final class Recent {
  private final Instant alertedAt;
  private final @Nullable Instant onset;
  private final int steps;
  private final Duration least;

  /** By the series themselves: to compare their samples would be dearer than what is kept. */
  private final IdentityHashMap<MetricSeries, Instant> known = new IdentityHashMap<>();

  Recent(Instant alertedAt, @Nullable Onset onset, RankSettings.Scan settings) {
    this.alertedAt = alertedAt;
    this.onset = onset == null ? null : onset.from();
    this.steps = settings.recentSteps();
    this.least = settings.recentLeast();
  }

  /** The first moment that may belong to the incident, for a series of that resolution. */
  Instant from(MetricSeries series) {
    return known.computeIfAbsent(series, this::find);
  }

  private Instant find(MetricSeries series) {
    Duration back = step(series).multipliedBy(steps);
    Instant usual = alertedAt.minus(back.compareTo(least) > 0 ? back : least);
    return onset != null && onset.isBefore(usual) ? onset : usual;
  }

  private static Duration step(MetricSeries series) {
    if (series.size() < 2) {
      return Duration.ZERO;
    }
    long first = gap(series, 0);
    for (int i = 1; i < series.size() - 1; i++) {
      if (gap(series, i) != first) {
        return middle(series);
      }
    }
    // as of most series, which need no sorting then
    return Duration.ofMillis(first);
  }

  private static Duration middle(MetricSeries series) {
    long[] gaps = new long[series.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = gap(series, i);
    }
    Arrays.sort(gaps);
    return Duration.ofMillis(gaps[gaps.length / 2]);
  }

  private static long gap(MetricSeries series, int index) {
    return series.millisAt(index + 1) - series.millisAt(index);
  }
}
