package dev.inquest.app.learn;

import dev.inquest.alert.Alert;
import dev.inquest.app.storage.EvidenceRows.Read;
import dev.inquest.change.Change;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.playbooks.casefile.ChangesJson;
import dev.inquest.playbooks.casefile.OpenMetricsText;
import dev.inquest.playbooks.casefile.OtlpLogs;
import dev.inquest.playbooks.casefile.OtlpTraces;
import dev.inquest.playbooks.casefile.ProbesJson;
import dev.inquest.playbooks.casefile.TopologyJson;
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins stored evidence into one case. Not thread-safe. */
final class FrozenEvidence {
  static final String DATASET = "inquest";
  private final List<Alert> alerts = new ArrayList<>();
  private final List<MetricSeries> metrics = new ArrayList<>();
  private final List<SampledTrace> traces = new ArrayList<>();
  private final List<LogRecord> logs = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<ProbeAnswer> probes = new ArrayList<>();
  private Topology topology = Topology.EMPTY;
  private @Nullable Instant from;
  private @Nullable Instant to;

  void take(Alert alert) {
    alerts.add(alert);
    span(alert.startsAt());
  }

  void take(Read row) {
    span(row.evidence().at());
    switch (row.evidence().kind()) {
      case METRICS -> OpenMetricsText.read(row.bytes()).forEach(this::take);
      case TRACES -> traces.addAll(OtlpTraces.read(row.bytes()));
      case LOGS -> logs.addAll(OtlpLogs.read(row.bytes()));
      case CHANGES -> changes.addAll(ChangesJson.read(row.bytes()));
      case TOPOLOGY -> topology = TopologyJson.read(row.bytes());
      case DATABASE -> probes.addAll(ProbesJson.read(row.bytes()));
      case ALERTS, METRIC_SHIFT, TRACE_SHIFT, LOG_SHIFT, DIFF, ORIGIN -> {
        // Alerts come from their episodes; computed facts are computed again.
      }
    }
  }

  private void take(MetricSeries series) {
    metrics.add(series);
    if (series.size() > 0) {
      span(series.timeAt(0));
      span(series.timeAt(series.size() - 1));
    }
  }

  private void span(Instant at) {
    from = from == null || at.isBefore(from) ? at : from;
    to = to == null || at.isAfter(to) ? at : to;
  }

  /** The span is that of what it holds. */
  CaseFile caseFile(String incident, String playbooksSha256) {
    Instant first = from == null ? Instant.EPOCH : from;
    Instant last = to == null ? first : to;
    CaseInfo info =
        new CaseInfo(
            incident, DATASET, first, last, "Frozen by Inquest when it closed.", playbooksSha256);
    return new CaseFile(info, alerts, metrics, traces, logs, changes, topology, probes);
  }
}
