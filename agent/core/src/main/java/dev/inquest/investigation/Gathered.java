package dev.inquest.investigation;

import dev.inquest.change.Change;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.topology.Topology;
import java.util.List;

/**
 * Everything that was read, and what could not be.
 *
 * @param probes what databases answered so far
 * @param missing what could not be had and why, e.g. {@code traces: source-timeout}
 * @param evidence where each part is written down
 */
public record Gathered(
    List<MetricSeries> metrics,
    List<SampledTrace> traces,
    List<LogRecord> logs,
    List<Change> changes,
    Topology topology,
    List<ProbeAnswer> probes,
    List<String> missing,
    List<Evidence> evidence) {
  public Gathered {
    metrics = List.copyOf(metrics);
    traces = List.copyOf(traces);
    logs = List.copyOf(logs);
    changes = List.copyOf(changes);
    probes = List.copyOf(probes);
    missing = List.copyOf(missing);
    evidence = List.copyOf(evidence);
  }
}
