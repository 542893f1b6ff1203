package dev.inquest.connectors.resilience;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSource;

/** A {@link MetricSource} behind its guard. */
public record GuardedMetricSource(MetricSource source, Guarded guard) implements MetricSource {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public CheckResult check() {
    return guard.check(source);
  }

  @Override
  public MetricAnswer series(MetricQuery query) {
    return guard.call(() -> source.series(query));
  }
}
