package dev.inquest.ranking;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.MetricSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * From when on samples may belong to the incident. An alert comes after what it speaks of: a few
 * steps of the series after, by how it is averaged and by how long a monitor waits.
 */
final class Recent {
  private final Instant alertedAt;
  private final @Nullable Instant onset;
  private final int steps;
  private final Duration least;

  Recent(Instant alertedAt, @Nullable Onset onset, RankSettings.Scan settings) {
    this.alertedAt = alertedAt;
    this.onset = onset == null ? null : onset.from();
    this.steps = settings.recentSteps();
    this.least = settings.recentLeast();
  }

  /** The first moment that may belong to the incident, for a series of that resolution. */
  Instant from(MetricSeries series) {
    Duration back = step(series).multipliedBy(steps);
    Instant usual = alertedAt.minus(back.compareTo(least) > 0 ? back : least);
    return onset != null && onset.isBefore(usual) ? onset : usual;
  }

  private static Duration step(MetricSeries series) {
    long[] gaps = new long[Math.max(0, series.size() - 1)];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = series.millisAt(i + 1) - series.millisAt(i);
    }
    Arrays.sort(gaps);
    return gaps.length == 0 ? Duration.ZERO : Duration.ofMillis(gaps[gaps.length / 2]);
  }
}
