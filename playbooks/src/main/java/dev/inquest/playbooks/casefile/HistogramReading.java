package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One classic histogram while it is being read: cumulative buckets by upper bound, sum and count.
 * What happened between two neighbouring samples becomes one value a statistic.
 */
final class HistogramReading {
  private static final Map<String, Double> QUANTILES =
      new TreeMap<>(Map.of("p50", 0.50, "p95", 0.95, "p99", 0.99));

  private final String name;
  private final SortedMap<String, String> labels;
  private final TreeMap<Double, Samples> buckets = new TreeMap<>();
  private @Nullable Samples sum;
  private @Nullable Samples count;

  HistogramReading(String name, SortedMap<String, String> labels) {
    this.name = name;
    this.labels = labels;
  }

  /** The series of a summary's quantile, e.g. {@code 0.95} as {@code p95}. */
  static SeriesId quantile(String name, SeriesId id, String quantile) {
    TreeMap<String, String> labels = new TreeMap<>(id.labels());
    labels.remove("quantile");
    BigDecimal percent = new BigDecimal(quantile).movePointRight(2).stripTrailingZeros();
    labels.put("statistic", "p" + percent.toPlainString());
    return new SeriesId(name, labels);
  }

  void add(String suffix, @Nullable String bound, Samples samples) {
    switch (suffix) {
      case "_bucket" -> {
        if (bound == null) {
          throw new IllegalArgumentException("a bucket of " + name + " has no le");
        }
        buckets.put(OpenMetricsSample.number(bound), samples);
      }
      case "_sum" -> sum = samples;
      case "_count" -> count = samples;
      default -> {
        // _created says when counting began; a fall of the counter says the same.
      }
    }
  }

  List<MetricSeries> series() {
    Samples counted = count == null ? buckets.get(Double.POSITIVE_INFINITY) : count;
    if (counted == null) {
      return List.of();
    }
    Map<String, Samples> found = new LinkedHashMap<>();
    for (int i = 1; i < counted.size(); i++) {
      step(counted, i, found);
    }
    List<MetricSeries> series = new ArrayList<>();
    found.forEach((statistic, samples) -> {
      TreeMap<String, String> own = new TreeMap<>(labels);
      own.put("statistic", statistic);
      series.add(samples.series(new SeriesId(name, own)));
    });
    return series;
  }

  private void step(Samples counted, int i, Map<String, Samples> found) {
    long before = counted.millisAt(i - 1);
    long after = counted.millisAt(i);
    double happened = Rates.growth(counted.valueAt(i - 1), counted.valueAt(i));
    put(found, "rate", after, happened / Rates.seconds(counted, i));
    if (happened > 0) {
      boolean reset = counted.valueAt(i) < counted.valueAt(i - 1);
      if (sum != null) {
        put(found, "mean", after, grown(sum, before, after, reset) / happened);
      }
      TreeMap<Double, Double> cumulative = new TreeMap<>();
      buckets.forEach((le, own) -> cumulative.put(le, grown(own, before, after, reset)));
      QUANTILES.forEach((p, q) -> put(found, p, after, BucketQuantile.of(q, cumulative)));
    }
  }

  private static double grown(Samples samples, long before, long after, boolean reset) {
    return reset ? samples.at(after) : samples.at(after) - samples.at(before);
  }

  private static void put(Map<String, Samples> found, String statistic, long at, double value) {
    if (!Double.isNaN(value)) {
      found.computeIfAbsent(statistic, s -> new Samples()).add(at, value);
    }
  }
}
