package dev.inquest.connectors.prometheus;

import dev.inquest.connectors.resilience.ForeignText;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code {"resultType": "matrix", "result": [{"metric": {…}, "values": [[1.5, "2"], …]}]}}.
 * Values are strings, {@code NaN} and {@code +Inf} among them.
 */
final class MatrixReader {
  private static final int MAX_LABELS = 60;
  private static final int MAX_LABEL_CHARS = 400;
  private static final List<String> INSTANCE_LABELS =
      List.of("instance", "service_instance_id", "pod", "kubernetes_pod_name");
  private static final List<String> VERSION_LABELS =
      List.of("version", "service_version", "app_kubernetes_io_version", "app_version");

  private final Families families;

  MatrixReader(Families families) {
    this.families = families;
  }

  List<MetricSeries> read(JsonNode data) {
    if (!"matrix".equals(data.path("resultType").stringValue(null))
        || !data.path("result").isArray()) {
      throw PrometheusAnswer.nonsense("the result is no matrix");
    }
    List<MetricSeries> found = new ArrayList<>();
    for (JsonNode element : data.get("result")) {
      // Where a series holds native histograms only, there are no values.
      if (element.has("values")) {
        found.add(series(element));
      }
    }
    return found;
  }

  private MetricSeries series(JsonNode element) {
    Map<String, String> labels = labels(element.path("metric"));
    String family = labels.remove(PromQl.FAMILY_LABEL);
    labels.remove("__name__");
    labels.remove("quantile");
    if (family == null) {
      throw PrometheusAnswer.nonsense("a series lacks the label it was asked with");
    }
    String statistic = labels.get(PromQl.STATISTIC_LABEL);
    Unit unit = Unit.of(family);
    double factor = "rate".equals(statistic) ? 1 : unit.factor();
    return samples(
        SeriesId.of(unit.name(), named(labels)), element.get("values"), factor, statistic);
  }

  private static MetricSeries samples(
      SeriesId id, JsonNode values, double factor, @Nullable String statistic) {
    long[] times = new long[values.size()];
    double[] numbers = new double[values.size()];
    int count = 0;
    for (JsonNode pair : values) {
      if (!pair.isArray()
          || pair.size() != 2
          || !pair.get(0).isNumber()
          || !pair.get(1).isString()) {
        throw PrometheusAnswer.nonsense("a sample is no pair of time and text");
      }
      double value = number(pair.get(1).stringValue());
      // A statistic of nothing is NaN: nothing was there, so the sample is missing.
      if (statistic == null || !Double.isNaN(value)) {
        times[count] = Math.round(pair.get(0).doubleValue() * 1000);
        numbers[count++] = value * factor;
      }
    }
    try {
      return new MetricSeries(
          id, java.util.Arrays.copyOf(times, count), java.util.Arrays.copyOf(numbers, count));
    } catch (IllegalArgumentException e) {
      throw PrometheusAnswer.nonsense("the times of a series do not rise");
    }
  }

  private static double number(String text) {
    try {
      return switch (text) {
        case "NaN" -> Double.NaN;
        case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
        case "-Inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw PrometheusAnswer.nonsense("a value is no number");
    }
  }

  /** Labels as they are, plus {@code service}, {@code instance} and {@code version} where known. */
  private Map<String, String> named(Map<String, String> labels) {
    Map<String, String> named = new TreeMap<>(labels);
    String serviceLabel = families.serviceLabel(labels);
    if (!serviceLabel.isEmpty()) {
      named.put("service", labels.getOrDefault(serviceLabel, ""));
    }
    first(labels, INSTANCE_LABELS, "instance", named);
    first(labels, VERSION_LABELS, "version", named);
    return named;
  }

  private static void first(
      Map<String, String> labels, List<String> candidates, String as, Map<String, String> into) {
    candidates.stream()
        .filter(labels::containsKey)
        .findFirst()
        .ifPresent(c -> into.put(as, labels.getOrDefault(c, "")));
  }

  /** A label set, bounded and clean. */
  static Map<String, String> labels(JsonNode metric) {
    if (!metric.isObject() || metric.size() > MAX_LABELS) {
      throw PrometheusAnswer.nonsense("a series has no labels, or more than " + MAX_LABELS);
    }
    Map<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, JsonNode> label : metric.properties()) {
      if (!label.getValue().isString()) {
        throw PrometheusAnswer.nonsense("a label's value is no text");
      }
      String value = ForeignText.line(label.getValue().stringValue(), MAX_LABEL_CHARS);
      labels.put(label.getKey(), value == null ? "" : value);
    }
    return labels;
  }
}
