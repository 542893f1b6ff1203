package dev.inquest.playbooks.casefile;

import static java.util.Objects.requireNonNull;

import dev.inquest.alert.Alert;
import dev.inquest.change.Change;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.topology.Topology;
import java.util.List;

/**
 * An incident frozen in open formats. A part without a file is empty.
 *
 * @param traceWarnings what of the traces was not read, in words
 * @param logWarnings what of the log records was not read, in words
 */
public record CaseFile(
    CaseInfo info,
    List<Alert> alerts,
    List<MetricSeries> metrics,
    List<SampledTrace> traces,
    List<LogRecord> logs,
    List<Change> changes,
    Topology topology,
    List<ProbeAnswer> probes,
    List<String> traceWarnings,
    List<String> logWarnings) {
  public CaseFile {
    requireNonNull(info, "info");
    requireNonNull(topology, "topology");
    alerts = List.copyOf(alerts);
    metrics = List.copyOf(metrics);
    traces = List.copyOf(traces);
    logs = List.copyOf(logs);
    changes = List.copyOf(changes);
    probes = List.copyOf(probes);
    traceWarnings = List.copyOf(traceWarnings);
    logWarnings = List.copyOf(logWarnings);
  }

  /** One that is whole. */
  public CaseFile(
      CaseInfo info,
      List<Alert> alerts,
      List<MetricSeries> metrics,
      List<SampledTrace> traces,
      List<LogRecord> logs,
      List<Change> changes,
      Topology topology,
      List<ProbeAnswer> probes) {
    this(info, alerts, metrics, traces, logs, changes, topology, probes, List.of(), List.of());
  }
}
