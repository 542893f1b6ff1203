package dev.inquest.app.recorder;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import dev.inquest.evidence.TimeWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects points of a window into series, up to a number of series and of points. */
final class SeriesCollector implements SeriesSink {
  private final long fromMillis;
  private final long toMillis;
  private final int maxSeries;
  private final int maxPoints;
  private final Map<SeriesId, Points> series = new HashMap<>();
  private int points;
  private boolean truncated;

  SeriesCollector(TimeWindow window, int maxSeries, int maxPoints) {
    this.fromMillis = window.from().toEpochMilli();
    this.toMillis = window.to().toEpochMilli();
    this.maxSeries = maxSeries;
    this.maxPoints = maxPoints;
  }

  private static final class Points {
    private long[] times = new long[16];
    private double[] values = new double[16];
    private int size;

    void add(long time, double value) {
      if (size > 0 && times[size - 1] >= time) {
        return;
      }
      if (size == times.length) {
        times = Arrays.copyOf(times, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      times[size] = time;
      values[size++] = value;
    }
  }

  @Override
  public void point(SeriesId id, @Nullable String statistic, long millis, double value) {
    if (millis < fromMillis || millis >= toMillis) {
      return;
    }
    SeriesId full = id;
    if (statistic != null) {
      Map<String, String> labels = new HashMap<>(id.labels());
      labels.put("statistic", statistic);
      full = SeriesId.of(id.name(), labels);
    }
    Points known = series.get(full);
    if (points >= maxPoints || (known == null && series.size() >= maxSeries)) {
      truncated = true;
      return;
    }
    if (known == null) {
      known = new Points();
      series.put(full, known);
    }
    known.add(millis, value);
    points++;
  }

  boolean truncated() {
    return truncated;
  }

  /** In order of their names. */
  List<MetricSeries> series() {
    List<MetricSeries> all = new ArrayList<>(series.size());
    series.forEach((id, found) ->
        all.add(
            new MetricSeries(
                id,
                Arrays.copyOf(found.times, found.size),
                Arrays.copyOf(found.values, found.size))));
    all.sort(Comparator.comparing(s -> s.id().toString()));
    return all;
  }
}
