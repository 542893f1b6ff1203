package dev.inquest.app.investigation;

import dev.inquest.app.storage.EvidenceRows.Read;
import dev.inquest.change.Change;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.investigation.Gathered;
import dev.inquest.playbooks.casefile.ChangesJson;
import dev.inquest.playbooks.casefile.OpenMetricsText;
import dev.inquest.playbooks.casefile.OtlpLogs;
import dev.inquest.playbooks.casefile.OtlpTraces;
import dev.inquest.playbooks.casefile.ProbesJson;
import dev.inquest.playbooks.casefile.TopologyJson;
import dev.inquest.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/** Reads back from stored evidence what the gather stage read from the sources. */
final class GatheredAgain {
  private final List<MetricSeries> metrics = new ArrayList<>();
  private final List<SampledTrace> traces = new ArrayList<>();
  private final List<LogRecord> logs = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<ProbeAnswer> probes = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private Topology topology = Topology.EMPTY;

  private GatheredAgain() {}

  /**
   * @param rows of the investigation; those the stage did not name are left out
   */
  static Gathered from(GatherResult result, List<Read> rows) {
    GatheredAgain again = new GatheredAgain();
    for (Read row : rows) {
      if (result.evidence().contains(row.evidence().id())) {
        again.take(row);
      }
    }
    return new Gathered(
        again.metrics,
        again.traces,
        again.logs,
        again.changes,
        again.topology,
        again.probes,
        result.missing(),
        again.evidence);
  }

  private void take(Read row) {
    evidence.add(row.evidence());
    switch (row.evidence().kind()) {
      case METRICS -> metrics.addAll(OpenMetricsText.read(row.bytes()));
      case TRACES -> traces.addAll(OtlpTraces.read(row.bytes()));
      case LOGS -> logs.addAll(OtlpLogs.read(row.bytes()));
      case CHANGES -> changes.addAll(ChangesJson.read(row.bytes()));
      case TOPOLOGY -> topology = TopologyJson.read(row.bytes());
      case DATABASE -> probes.addAll(ProbesJson.read(row.bytes()));
      case ALERTS, METRIC_SHIFT, TRACE_SHIFT, LOG_SHIFT, DIFF, ORIGIN -> {
        // Computed facts and alerts are no part of what was gathered.
      }
    }
  }
}
