package dev.inquest.app.recorder;

import dev.inquest.evidence.SeriesId;

/** A value that goes up and down: its mean over a step. */
final class GaugeStream extends Stream {
  private double sum;
  private int count;

  GaugeStream(SeriesId id, long stepMillis) {
    super(id, stepMillis);
  }

  void add(long timeNanos, double value, SeriesSink sink) {
    if (advance(timeNanos, sink)) {
      sum += value;
      count++;
      advanced(timeNanos);
    }
  }

  @Override
  void tell(SeriesSink sink) {
    if (count > 0) {
      sink.point(id(), null, lastMillis(), sum / count);
    }
    sum = 0;
    count = 0;
  }
}
