package dev.inquest.app.recorder;

import dev.inquest.evidence.SeriesId;
import org.jspecify.annotations.Nullable;

/** A histogram, cumulative or by deltas: quantiles, mean and rate over a step. */
final class HistogramStream extends Stream {
  private final double factor;
  private @Nullable Distribution last;
  private @Nullable Distribution increment;
  private double seconds;

  /**
   * @param factor from the metric's unit to the series'
   */
  HistogramStream(SeriesId id, long stepMillis, double factor) {
    super(id, stepMillis);
    this.factor = factor;
  }

  /**
   * @param startNanos since when it counts; 0 where unknown
   */
  void cumulative(long startNanos, long timeNanos, Distribution value, SeriesSink sink) {
    if (!advance(timeNanos, sink)) {
      return;
    }
    if (last != null) {
      Distribution grown = startNanos > lastNanos() ? null : value.since(last);
      long since = grown == null && startNanos > lastNanos() ? startNanos : lastNanos();
      add(grown == null ? value : grown, seconds(since, timeNanos));
    }
    last = value;
    advanced(timeNanos);
  }

  void delta(long startNanos, long timeNanos, Distribution value, SeriesSink sink) {
    if (advance(timeNanos, sink) && startNanos > 0 && startNanos < timeNanos) {
      add(value, seconds(startNanos, timeNanos));
    }
    advanced(Math.max(timeNanos, lastNanos()));
  }

  private void add(Distribution grown, double during) {
    Distribution both = increment == null ? grown : grown.plus(increment);
    // Where bounds were changed within a step only the newer part is told.
    seconds = increment != null && both == null ? during : seconds + during;
    increment = both == null ? grown : both;
  }

  @Override
  void tell(SeriesSink sink) {
    Distribution grown = increment;
    if (grown != null && seconds > 0) {
      sink.point(id(), "rate", lastMillis(), grown.count() / seconds);
      if (grown.count() > 0) {
        sink.point(id(), "mean", lastMillis(), factor * grown.sum() / grown.count());
        quantile(grown, 0.5, "p50", sink);
        quantile(grown, 0.95, "p95", sink);
        quantile(grown, 0.99, "p99", sink);
      }
    }
    increment = null;
    seconds = 0;
  }

  private void quantile(Distribution grown, double q, String statistic, SeriesSink sink) {
    double value = grown.quantile(q);
    if (!Double.isNaN(value)) {
      sink.point(id(), statistic, lastMillis(), factor * value);
    }
  }
}
