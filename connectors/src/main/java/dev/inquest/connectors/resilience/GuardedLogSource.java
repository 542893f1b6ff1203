package dev.inquest.connectors.resilience;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.LogSource;

/** A {@link LogSource} behind its guard. */
public record GuardedLogSource(LogSource source, Guarded guard) implements LogSource {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public CheckResult check() {
    return guard.check(source);
  }

  @Override
  public LogAnswer logs(LogQuery query) {
    return guard.call(() -> source.logs(query));
  }
}
