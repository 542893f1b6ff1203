package dev.inquest.app.recorder;

import dev.inquest.evidence.SeriesId;

/**
 * One stream of points on its way to series: increments of a step are added up, and told once at
 * the step's last point.
 */
abstract sealed class Stream permits GaugeStream, CounterStream, HistogramStream, SummaryStream {
  private static final double NANOS_IN_SECOND = 1e9;

  private final SeriesId id;
  private final long stepMillis;
  private long step = Long.MIN_VALUE;
  private long lastNanos = Long.MIN_VALUE;

  Stream(SeriesId id, long stepMillis) {
    this.id = id;
    this.stepMillis = stepMillis;
  }

  SeriesId id() {
    return id;
  }

  long lastNanos() {
    return lastNanos;
  }

  /** Whether a point is newer than the last; one that is not was sent twice. */
  final boolean advance(long timeNanos, SeriesSink sink) {
    if (timeNanos <= lastNanos) {
      return false;
    }
    long entered = Math.floorDiv(timeNanos / 1_000_000L, stepMillis);
    if (entered != step && step != Long.MIN_VALUE) {
      tell(sink);
    }
    step = entered;
    return true;
  }

  final void advanced(long timeNanos) {
    lastNanos = timeNanos;
  }

  final long lastMillis() {
    return lastNanos / 1_000_000L;
  }

  static double seconds(long fromNanos, long toNanos) {
    return (toNanos - fromNanos) / NANOS_IN_SECOND;
  }

  /** Tells what the step added up to, where anything, and begins anew. */
  abstract void tell(SeriesSink sink);
}
