package dev.inquest.playbooks.casefile;

import dev.inquest.alert.Alert;
import dev.inquest.change.Change;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.topology.Topology;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads case folders. Malformed input is a {@link dev.inquest.failure.FailureException} with the
 * code {@code case-malformed} that names file and line.
 */
public final class CaseReader {
  private static final long NANOS_IN_SECOND = 1_000_000_000L;

  private CaseReader() {}

  /** The folder itself where it is a case, else the cases of a data set in order. */
  public static List<Path> cases(Path folder) {
    return new CaseFolder(folder).cases();
  }

  public static CaseFile read(Path folder) {
    CaseFolder in = new CaseFolder(folder);
    List<Alert> alerts = in.read("alert.json", AlertsJson::read).orElse(List.of());
    List<MetricSeries> metrics = in.read("metrics.om", OpenMetricsText::read).orElse(List.of());
    KeptTraces traced =
        in.read("traces.otlp.jsonl", OtlpTraces::kept).orElseGet(() -> new KeptTraces(0));
    List<SampledTrace> traces = traced.all();
    SpanTimes spans = new SpanTimes(traces, traced.isWhole());
    KeptLogs logged =
        in.read("logs.otlp.jsonl", (stream, file) -> OtlpLogs.kept(stream, file, spans))
            .orElseGet(() -> new KeptLogs(0));
    List<Change> changes = in.read("changes.json", ChangesJson::read).orElse(List.of());
    Topology topology = in.read("topology.json", TopologyJson::read).orElse(Topology.EMPTY);
    List<ProbeAnswer> probes = in.read("database.jsonl", ProbesJson::read).orElse(List.of());
    CaseInfo info =
        in.read("case.json", CaseInfoJson::read)
            .orElseGet(() -> guess(folder, alerts, metrics, traces));
    return new CaseFile(
        info,
        alerts,
        metrics,
        traces,
        logged.all(),
        changes,
        topology,
        probes,
        traced.warnings(),
        logged.warnings());
  }

  /** Only who alarmed about what, and who calls whom. */
  public static CaseFile alarms(Path folder) {
    CaseFolder in = new CaseFolder(folder);
    List<Alert> alerts = in.read("alert.json", AlertsJson::read).orElse(List.of());
    Topology topology = in.read("topology.json", TopologyJson::read).orElse(Topology.EMPTY);
    CaseInfo info =
        in.read("case.json", CaseInfoJson::read)
            .orElseGet(() -> guess(folder, alerts, List.of(), List.of()));
    return new CaseFile(
        info, alerts, List.of(), List.of(), List.of(), List.of(), topology, List.of());
  }

  /** Names from the folders, the span from what is there. */
  private static CaseInfo guess(
      Path folder, List<Alert> alerts, List<MetricSeries> metrics, List<SampledTrace> traces) {
    Path full = folder.toAbsolutePath().normalize();
    Path parent = full.getParent();
    List<Instant> times =
        Stream.of(
                alerts.stream().map(Alert::startsAt),
                metrics.stream()
                    .filter(m -> m.size() > 0)
                    .flatMap(m -> Stream.of(m.timeAt(0), m.timeAt(m.size() - 1))),
                traces.stream()
                    .flatMap(t -> t.spans().stream())
                    .map(s -> Instant.ofEpochSecond(s.endNanos() / NANOS_IN_SECOND)))
            .flatMap(s -> s)
            .sorted()
            .toList();
    if (times.isEmpty()) {
      throw Malformed.at(String.valueOf(full.getFileName()), 0, "holds nothing with a time");
    }
    String dataset =
        parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
    String id = String.valueOf(full.getFileName());
    return new CaseInfo(id, dataset, times.getFirst(), times.getLast(), null, null);
  }
}
