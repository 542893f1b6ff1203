package dev.inquest.investigation;

import dev.inquest.change.ChangeSource;
import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.LogSource;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.TraceSource;
import java.util.List;

/** What an investigation may ask; any list may be empty. */
public record Sources(
    List<MetricSource> metrics,
    List<TraceSource> traces,
    List<LogSource> logs,
    List<ChangeSource> changes,
    List<DatabaseProbe> databases,
    List<RepositorySource> repositories) {
  public Sources {
    metrics = List.copyOf(metrics);
    traces = List.copyOf(traces);
    logs = List.copyOf(logs);
    changes = List.copyOf(changes);
    databases = List.copyOf(databases);
    repositories = List.copyOf(repositories);
  }
}
