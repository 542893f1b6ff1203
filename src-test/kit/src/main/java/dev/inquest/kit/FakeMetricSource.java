package dev.inquest.kit;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import java.util.ArrayList;
import java.util.List;

/** Answers from a list of series. */
public record FakeMetricSource(List<MetricSeries> all) implements MetricSource {
  public FakeMetricSource {
    all = List.copyOf(all);
  }

  @Override
  public String name() {
    return "fake-metrics";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " series");
  }

  @Override
  public MetricAnswer series(MetricQuery query) {
    List<MetricSeries> found = new ArrayList<>();
    boolean truncated = false;
    int points = 0;
    for (MetricSeries series : all) {
      MetricSeries part = within(series, query);
      if (!wanted(series, query) || part.size() == 0) {
        continue;
      }
      if (found.size() == query.maxSeries() || points + part.size() > query.maxPoints()) {
        truncated = true;
        continue;
      }
      points += part.size();
      found.add(part);
    }
    List<String> warnings = truncated ? List.of("a limit left series out") : List.of();
    return new MetricAnswer("fake " + query, found, warnings, truncated);
  }

  private static boolean wanted(MetricSeries series, MetricQuery query) {
    String service = series.id().service();
    return query.services().isEmpty() || (service != null && query.services().contains(service));
  }

  private static MetricSeries within(MetricSeries series, MetricQuery query) {
    int from = series.firstAtOrAfter(query.window().from().toEpochMilli());
    int to = series.firstAtOrAfter(query.window().to().toEpochMilli());
    long[] times = new long[to - from];
    for (int i = from; i < to; i++) {
      times[i - from] = series.millisAt(i);
    }
    return new MetricSeries(series.id(), times, series.values(from, to));
  }
}
