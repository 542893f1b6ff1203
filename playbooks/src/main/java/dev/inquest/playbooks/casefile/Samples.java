package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.Arrays;

/** A growing run of samples in time order. Not thread-safe. */
final class Samples {
  private static final int FIRST_CAPACITY = 16;

  private long[] millis = new long[FIRST_CAPACITY];
  private double[] values = new double[FIRST_CAPACITY];
  private int size;

  void add(long at, double value) {
    if (size > 0 && at <= millis[size - 1]) {
      throw new IllegalArgumentException("times of a series do not rise");
    }
    if (size == millis.length) {
      millis = Arrays.copyOf(millis, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    millis[size] = at;
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long millisAt(int index) {
    return millis[index];
  }

  double valueAt(int index) {
    return values[index];
  }

  /** The value at exactly that time; NaN where there is none. */
  double at(long time) {
    int index = Arrays.binarySearch(millis, 0, size, time);
    return index < 0 ? Double.NaN : values[index];
  }

  MetricSeries series(SeriesId id) {
    return new MetricSeries(id, Arrays.copyOf(millis, size), Arrays.copyOf(values, size));
  }
}
