package dev.inquest.connectors.resilience;

import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.change.ChangeSource;
import dev.inquest.evidence.CheckResult;

/** A {@link ChangeSource} behind its guard. */
public record GuardedChangeSource(ChangeSource source, Guarded guard) implements ChangeSource {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public CheckResult check() {
    return guard.check(source);
  }

  @Override
  public ChangeAnswer changes(ChangeQuery query) {
    return guard.call(() -> source.changes(query));
  }
}
