package dev.inquest.connectors.prometheus;

import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSource;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Metrics from Prometheus's HTTP API. What a service has is listed once ({@code /series}, {@code
 * /metadata}); then gauges are read as they are, counters as rates and histograms as statistics,
 * all computed by Prometheus. Each HTTP call passes the guard.
 */
public final class PrometheusMetricSource implements MetricSource {
  private final PrometheusProperties properties;
  private final PrometheusClient client;

  public PrometheusMetricSource(PrometheusProperties properties, Guarded guard) {
    this.properties = properties;
    this.client = new PrometheusClient(properties, guard);
  }

  @Override
  public String name() {
    return "prometheus";
  }

  @Override
  public CheckResult check() {
    try {
      client.probe("vector(1)");
      return CheckResult.ok("answers at " + properties.url());
    } catch (FailureException e) {
      return failed(e.failure().message());
    } catch (IOException e) {
      return failed("Prometheus cannot be reached: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("the check was interrupted");
    }
  }

  @Override
  public MetricAnswer series(MetricQuery query) {
    Set<String> warnings = new LinkedHashSet<>();
    PromQl listing = language(query, properties.step());
    List<Map<String, String>> listed = list(query, listing, warnings);
    Families families = new Families(properties.serviceLabels(), query.services(), types(warnings));
    RangePlan plan = RangePlan.of(query, properties.step(), families.of(listed));
    warnings.addAll(plan.warnings());
    PromQl language = language(query, plan.step());
    RangeRead read =
        new RangeRead(client, properties, plan, language, new MatrixReader(families)).run();
    warnings.addAll(read.warnings());
    return new MetricAnswer(
        asked(query, listing, plan, read),
        read.series(),
        List.copyOf(warnings),
        plan.truncated() || read.incomplete());
  }

  private PromQl language(MetricQuery query, Duration step) {
    return new PromQl(query.services(), step, properties.step(), properties.rateWindow());
  }

  private List<Map<String, String>> list(MetricQuery query, PromQl language, Set<String> warnings) {
    List<Map.Entry<String, String>> form = new ArrayList<>();
    for (String label : properties.serviceLabels()) {
      form.add(Map.entry("match[]", language.selector(label)));
    }
    form.add(Map.entry("start", Long.toString(query.window().from().getEpochSecond())));
    form.add(Map.entry("end", Long.toString(query.window().to().getEpochSecond())));
    PrometheusAnswer answer = client.post("series", form);
    warnings.addAll(answer.warnings());
    if (!answer.data().isArray()) {
      throw PrometheusAnswer.nonsense("the list of series is no list");
    }
    List<Map<String, String>> listed = new ArrayList<>();
    for (JsonNode labels : answer.data()) {
      listed.add(MatrixReader.labels(labels));
    }
    return listed;
  }

  /** Metadata helps and is not needed: some that speak the API do not keep it. */
  private Map<String, String> types(Set<String> warnings) {
    try {
      Map<String, String> types = new TreeMap<>();
      for (Map.Entry<String, JsonNode> entry : client.get("metadata").data().properties()) {
        types.put(entry.getKey(), entry.getValue().path(0).path("type").stringValue(""));
      }
      return types;
    } catch (FailureException e) {
      warnings.add("kinds of metrics are told by their names: " + e.failure().message());
      return Map.of();
    }
  }

  private String asked(MetricQuery query, PromQl listing, RangePlan plan, RangeRead read) {
    StringBuilder text = new StringBuilder("series");
    properties.serviceLabels().forEach(l -> text.append(' ').append(listing.selector(l)));
    text.append(" from ").append(query.window().from()).append(" to ").append(query.window().to());
    text.append("; query_range every ").append(plan.step().toSeconds()).append(" s");
    read.queries().forEach(q -> text.append('\n').append(q));
    return text.toString();
  }

  private CheckResult failed(String problem) {
    return CheckResult.failed(
        problem,
        "See that Prometheus runs at "
            + properties.url()
            + ", and correct url, token and ca-file of inquest.connectors.prometheus.");
  }
}
