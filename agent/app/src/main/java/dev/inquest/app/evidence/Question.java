package dev.inquest.app.evidence;

import dev.inquest.app.storage.CleanText;
import dev.inquest.app.storage.EvidenceRows;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.change.ChangeQuery;
import dev.inquest.evidence.Component;
import dev.inquest.evidence.DatabaseProbe;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Sources;
import dev.inquest.playbooks.casefile.ChangesJson;
import dev.inquest.playbooks.casefile.OpenMetricsText;
import dev.inquest.playbooks.casefile.OtlpLogs;
import dev.inquest.playbooks.casefile.OtlpTraces;
import dev.inquest.playbooks.casefile.ProbesJson;
import java.util.List;

/**
 * A stored query, and the source of that name to send it to.
 *
 * @param request the port's query as JSON
 */
record Question(EvidenceRows.Read stored, String request, Sources sources) {
  /**
   * The new answer's bytes, in the form in which the stored ones were written.
   *
   * @throws FailureException {@code source-gone} where no source of that name is there; whatever
   *     the source fails with
   */
  byte[] ask() {
    return switch (evidence().kind()) {
      case METRICS ->
          OpenMetricsText.write(named(sources.metrics()).series(read(MetricQuery.class)).series());
      case TRACES ->
          OtlpTraces.write(named(sources.traces()).sample(read(TraceQuery.class)).traces());
      case LOGS -> OtlpLogs.write(named(sources.logs()).logs(read(LogQuery.class)).records());
      case CHANGES ->
          ChangesJson.write(named(sources.changes()).changes(read(ChangeQuery.class)).changes());
      case DATABASE -> ProbesJson.write(List.of(probed(read(ProbeQuery.class))));
      case TOPOLOGY, ALERTS, METRIC_SHIFT, TRACE_SHIFT, LOG_SHIFT, DIFF, ORIGIN ->
          throw gone("it is not an answer of a source");
    };
  }

  private Evidence evidence() {
    return stored.evidence();
  }

  private <T> T read(Class<T> type) {
    return StoredJson.read(request, type);
  }

  private <S extends Component> S named(List<S> all) {
    return all.stream()
        .filter(this::isNamed)
        .findFirst()
        .orElseThrow(() -> gone("no source of that name is configured any more"));
  }

  private boolean isNamed(Component source) {
    return CleanText.of(source.name(), 200).equals(evidence().source());
  }

  /** The time of asking is part of the bytes and no part of what is compared. */
  private ProbeAnswer probed(ProbeQuery query) {
    DatabaseProbe probe =
        sources.databases().stream()
            .filter(this::isNamed)
            .filter(p -> p.targets().contains(query.target()))
            .findFirst()
            .orElseThrow(() -> gone("that database is not configured any more"));
    ProbeAnswer now = probe.ask(query);
    ProbeAnswer then = ProbesJson.read(stored.bytes()).getFirst();
    return new ProbeAnswer(
        now.query(), then.at(), now.columns(), now.rows(), now.grade(), now.error());
  }

  private FailureException gone(String why) {
    return new FailureException(Failure.permanent("source-gone", evidence().source(), why));
  }
}
