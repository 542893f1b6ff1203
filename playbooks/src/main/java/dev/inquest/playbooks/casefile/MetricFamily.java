package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One metric family while it is being read. */
final class MetricFamily {
  private static final int MAX_SERIES = 200_000;
  private static final Map<String, Set<String>> SUFFIXES =
      Map.of(
          "gauge", Set.of(""),
          "unknown", Set.of(""),
          "stateset", Set.of(""),
          "counter", Set.of("", "_total", "_created"),
          "histogram", Set.of("_bucket", "_count", "_sum", "_created"),
          "summary", Set.of("", "_count", "_sum", "_created"),
          "gaugehistogram", Set.of("_bucket", "_gcount", "_gsum"),
          "info", Set.of("_info"));

  private final String name;
  private String type = "unknown";
  private final Map<SeriesId, Samples> samples = new LinkedHashMap<>();

  MetricFamily(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void type(String told) {
    if (!SUFFIXES.containsKey(told)) {
      throw new IllegalArgumentException("not a type of OpenMetrics: " + told);
    }
    if (!samples.isEmpty()) {
      throw new IllegalArgumentException("the type of " + name + " stands after its samples");
    }
    type = told;
  }

  boolean holds(String sample) {
    return sample.startsWith(name)
        && SUFFIXES.getOrDefault(type, Set.of()).contains(sample.substring(name.length()));
  }

  /** Where the samples of a series are collected. */
  Samples samples(SeriesId id) {
    Samples own = samples.get(id);
    if (own == null) {
      if (samples.size() >= MAX_SERIES) {
        throw new IllegalArgumentException("more than " + MAX_SERIES + " series in " + name);
      }
      own = new Samples();
      samples.put(id, own);
    }
    return own;
  }

  /** Gauges as they are, the rest as rates and statistics; facts about nothing are left out. */
  List<MetricSeries> series() {
    return switch (type) {
      case "counter" -> counters();
      case "histogram" -> histograms();
      case "summary" -> summaries();
      case "info", "gaugehistogram" -> List.of();
      default -> samples.entrySet().stream().map(e -> e.getValue().series(e.getKey())).toList();
    };
  }

  private List<MetricSeries> counters() {
    return samples.entrySet().stream()
        .filter(e -> !e.getKey().name().equals(name + "_created"))
        .map(e -> Rates.perSecond(e.getValue()).series(e.getKey()))
        .filter(series -> series.size() > 0)
        .toList();
  }

  private List<MetricSeries> histograms() {
    Map<Map<String, String>, HistogramReading> byLabels = new LinkedHashMap<>();
    samples.forEach((id, own) -> {
      TreeMap<String, String> labels = new TreeMap<>(id.labels());
      String bound = labels.remove("le");
      HistogramReading histogram =
          byLabels.computeIfAbsent(labels, l -> new HistogramReading(name, labels));
      histogram.add(id.name().substring(name.length()), bound, own);
    });
    return byLabels.values().stream().flatMap(h -> h.series().stream()).toList();
  }

  private List<MetricSeries> summaries() {
    List<MetricSeries> series = new ArrayList<>();
    Map<Map<String, String>, HistogramReading> byLabels = new LinkedHashMap<>();
    samples.forEach((id, own) -> {
      String quantile = id.label("quantile");
      if (quantile == null) {
        byLabels
            .computeIfAbsent(id.labels(), l -> new HistogramReading(name, id.labels()))
            .add(id.name().substring(name.length()), null, own);
      } else {
        series.add(own.series(HistogramReading.quantile(name, id, quantile)));
      }
    });
    byLabels.values().forEach(h -> series.addAll(h.series()));
    return series;
  }
}
