package dev.inquest.playbooks.replay;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.TimeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The metrics of a case, at the resolution they were frozen with. */
record CaseMetrics(List<MetricSeries> all) implements MetricSource {
  CaseMetrics {
    all = List.copyOf(all);
  }

  @Override
  public String name() {
    return CaseSources.NAME;
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " series");
  }

  @Override
  public MetricAnswer series(MetricQuery query) {
    List<MetricSeries> found = new ArrayList<>();
    long points = 0;
    int left = 0;
    for (MetricSeries series : all) {
      if (query.services().isEmpty() || query.services().contains(series.id().service())) {
        MetricSeries cut = cut(series, query.window());
        boolean fits = found.size() < query.maxSeries() && points + cut.size() <= query.maxPoints();
        if (cut.size() > 0 && fits) {
          found.add(cut);
          points += cut.size();
        } else if (cut.size() > 0) {
          left++;
        }
      }
    }
    List<String> warnings = left == 0 ? List.of() : List.of(left + " series left out by a limit");
    return new MetricAnswer("metrics.om " + query, found, warnings, left > 0);
  }

  private static MetricSeries cut(MetricSeries series, TimeWindow window) {
    int from = series.firstAtOrAfter(window.from().toEpochMilli());
    int to = series.firstAtOrAfter(window.to().toEpochMilli());
    long[] millis = IntStream.range(from, to).mapToLong(series::millisAt).toArray();
    return new MetricSeries(series.id(), millis, series.values(from, to));
  }
}
