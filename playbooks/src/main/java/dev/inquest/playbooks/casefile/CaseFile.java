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

/** An incident frozen in open formats. A part without a file is empty. */
public record CaseFile(
    CaseInfo info,
    List<Alert> alerts,
    List<MetricSeries> metrics,
    List<SampledTrace> traces,
    List<LogRecord> logs,
    List<Change> changes,
    Topology topology,
    List<ProbeAnswer> probes) {
  public CaseFile {
    requireNonNull(info, "info");
    requireNonNull(topology, "topology");
    alerts = List.copyOf(alerts);
    metrics = List.copyOf(metrics);
    traces = List.copyOf(traces);
    logs = List.copyOf(logs);
    changes = List.copyOf(changes);
    probes = List.copyOf(probes);
  }
}
