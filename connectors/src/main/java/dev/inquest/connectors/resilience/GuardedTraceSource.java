package dev.inquest.connectors.resilience;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;

/** A {@link TraceSource} behind its guard. */
public record GuardedTraceSource(TraceSource source, Guarded guard) implements TraceSource {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public CheckResult check() {
    return guard.check(source);
  }

  @Override
  public TraceAnswer sample(TraceQuery query) {
    return guard.call(() -> source.sample(query));
  }
}
