package dev.inquest.app.recorder;

import dev.inquest.evidence.SeriesId;
import java.util.Map;
import java.util.TreeMap;

/** A summary: the quantiles the sender computed, and rate and mean from its count and sum. */
final class SummaryStream extends Stream {
  private static final Map<Double, String> STATISTICS =
      Map.of(0.5, "p50", 0.95, "p95", 0.99, "p99");

  private final double factor;
  private final Map<String, Double> quantiles = new TreeMap<>();
  private double lastCount = Double.NaN;
  private double lastSum;
  private double count;
  private double sum;
  private double seconds;

  SummaryStream(SeriesId id, long stepMillis, double factor) {
    super(id, stepMillis);
    this.factor = factor;
  }

  void add(
      long timeNanos, double count, double sum, Map<Double, Double> quantiles, SeriesSink sink) {
    if (!advance(timeNanos, sink)) {
      return;
    }
    if (!Double.isNaN(lastCount)) {
      boolean reset = count < lastCount;
      this.count += reset ? count : count - lastCount;
      this.sum += reset ? sum : sum - lastSum;
      seconds += seconds(lastNanos(), timeNanos);
    }
    lastCount = count;
    lastSum = sum;
    quantiles.forEach((q, value) -> {
      String statistic = STATISTICS.get(q);
      if (statistic != null && !value.isNaN()) {
        this.quantiles.put(statistic, factor * value);
      }
    });
    advanced(timeNanos);
  }

  @Override
  void tell(SeriesSink sink) {
    quantiles.forEach((statistic, value) -> sink.point(id(), statistic, lastMillis(), value));
    if (seconds > 0) {
      sink.point(id(), "rate", lastMillis(), count / seconds);
    }
    if (count > 0) {
      sink.point(id(), "mean", lastMillis(), factor * sum / count);
    }
    quantiles.clear();
    count = 0;
    sum = 0;
    seconds = 0;
  }
}
