package dev.inquest.connectors.prometheus;

import dev.inquest.evidence.MetricSeries;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Collectors;

/** Writes history as OpenMetrics text for {@code promtool}. */
final class OpenMetrics {
  private final Map<String, StringBuilder> families = new TreeMap<>();

  OpenMetrics series(List<MetricSeries> all) {
    for (MetricSeries series : all) {
      for (int i = 0; i < series.size(); i++) {
        sample(
            series.id().name(),
            series.id().name(),
            labels(series.id().labels()),
            series.millisAt(i),
            Double.toString(series.valueAt(i)));
      }
    }
    return this;
  }

  /** One series, a sample every so many seconds. */
  OpenMetrics every(
      int seconds,
      long from,
      long to,
      String family,
      String name,
      String labels,
      LongToDoubleFunction value) {
    for (long at = from; at < to; at += seconds) {
      double number = value.applyAsDouble(at - from);
      String text =
          Double.isInfinite(number) ? (number > 0 ? "+Inf" : "-Inf") : Double.toString(number);
      sample(family, name, labels, at * 1_000, text);
    }
    return this;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    families.values().forEach(out::append);
    return out.append("# EOF\n").toString();
  }

  private void sample(String family, String name, String labels, long atMillis, String value) {
    families
        .computeIfAbsent(family, f -> new StringBuilder("# TYPE " + f + " unknown\n"))
        .append(name)
        .append('{')
        .append(labels)
        .append("} ")
        .append(value)
        .append(' ')
        .append(BigDecimal.valueOf(atMillis, 3).toPlainString())
        .append('\n');
  }

  private static String labels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(e -> e.getKey() + "=\"" + e.getValue() + "\"")
        .collect(Collectors.joining(","));
  }
}
