package dev.inquest.app.recorder;

import dev.inquest.evidence.SeriesId;

/** A sum that only grows, cumulative or by deltas: its rate a second over a step. */
final class CounterStream extends Stream {
  private double lastValue = Double.NaN;
  private double increment;
  private double seconds;

  CounterStream(SeriesId id, long stepMillis) {
    super(id, stepMillis);
  }

  /**
   * @param startNanos since when it counts; 0 where unknown
   */
  void cumulative(long startNanos, long timeNanos, double value, SeriesSink sink) {
    if (!advance(timeNanos, sink)) {
      return;
    }
    if (lastNanos() != Long.MIN_VALUE) {
      boolean reset = value < lastValue || startNanos > lastNanos();
      long since = reset && startNanos > lastNanos() ? startNanos : lastNanos();
      increment += reset ? value : value - lastValue;
      seconds += seconds(since, timeNanos);
    }
    lastValue = value;
    advanced(timeNanos);
  }

  void delta(long startNanos, long timeNanos, double value, SeriesSink sink) {
    if (advance(timeNanos, sink) && startNanos > 0 && startNanos < timeNanos) {
      increment += value;
      seconds += seconds(startNanos, timeNanos);
    }
    advanced(Math.max(timeNanos, lastNanos()));
  }

  @Override
  void tell(SeriesSink sink) {
    if (seconds > 0) {
      sink.point(id(), "rate", lastMillis(), increment / seconds);
    }
    increment = 0;
    seconds = 0;
  }
}
