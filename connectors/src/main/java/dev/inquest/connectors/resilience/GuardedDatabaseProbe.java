package dev.inquest.connectors.resilience;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import java.util.Set;

/** A {@link DatabaseProbe} behind its guard. */
public record GuardedDatabaseProbe(DatabaseProbe source, Guarded guard) implements DatabaseProbe {
  @Override
  public String name() {
    return source.name();
  }

  @Override
  public CheckResult check() {
    return guard.check(source);
  }

  @Override
  public Set<String> targets() {
    return source.targets();
  }

  @Override
  public Set<String> templates() {
    return source.templates();
  }

  @Override
  public ProbeAnswer ask(ProbeQuery query) {
    return guard.call(() -> source.ask(query));
  }
}
