package dev.inquest.playbooks.replay;

import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.evidence.LogAnswer;
import dev.inquest.evidence.LogQuery;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.playbooks.casefile.ChangesJson;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.casefile.OpenMetricsText;
import dev.inquest.playbooks.casefile.OtlpLogs;
import dev.inquest.playbooks.casefile.OtlpTraces;
import dev.inquest.playbooks.casefile.ProbesJson;
import dev.inquest.playbooks.casefile.TopologyJson;
import dev.inquest.playbooks.format.Sha256;
import dev.inquest.topology.Topology;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence kept in memory, in the formats of a case, for as long as one replay lasts. */
final class CaseBook implements EvidenceBook {
  private final Clock clock;
  private final List<Evidence> entries = new ArrayList<>();

  CaseBook(Clock clock) {
    this.clock = clock;
  }

  synchronized Optional<Evidence> find(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }

  @Override
  public Evidence metrics(String source, MetricQuery query, MetricAnswer answer, String summary) {
    byte[] bytes = OpenMetricsText.write(answer.series());
    return keep(EvidenceKind.METRICS, source, answer.query(), summary, bytes);
  }

  @Override
  public Evidence traces(String source, TraceQuery query, TraceAnswer answer, String summary) {
    byte[] bytes = OtlpTraces.write(answer.traces());
    return keep(EvidenceKind.TRACES, source, answer.query(), summary, bytes);
  }

  @Override
  public Evidence logs(String source, LogQuery query, LogAnswer answer, String summary) {
    byte[] bytes = OtlpLogs.write(answer.records());
    return keep(EvidenceKind.LOGS, source, answer.query(), summary, bytes);
  }

  @Override
  public Evidence changes(String source, ChangeQuery query, ChangeAnswer answer, String summary) {
    byte[] bytes = ChangesJson.write(answer.changes());
    return keep(EvidenceKind.CHANGES, source, answer.query(), summary, bytes);
  }

  @Override
  public Evidence topology(String source, Topology topology, String summary) {
    byte[] bytes = TopologyJson.write(topology);
    return keep(EvidenceKind.TOPOLOGY, source, "topology", summary, bytes);
  }

  @Override
  public Evidence probe(String source, ProbeAnswer answer, String summary) {
    byte[] bytes = ProbesJson.write(List.of(answer));
    return keep(EvidenceKind.DATABASE, source, CoreJson.write(answer.query()), summary, bytes);
  }

  @Override
  public Evidence computed(
      EvidenceKind kind,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("query", query);
    content.put("summary", summary);
    content.put("from", from);
    content.put("facts", facts);
    return keep(kind, "engine", query, summary, json(content), from, facts);
  }

  private Evidence keep(
      EvidenceKind kind, String source, String query, String summary, byte[] bytes) {
    return keep(kind, source, query, summary, bytes, List.of(), Map.of());
  }

  private synchronized Evidence keep(
      EvidenceKind kind,
      String source,
      String query,
      String summary,
      byte[] bytes,
      List<String> from,
      Map<String, String> facts) {
    Evidence evidence =
        new Evidence(
            "e" + (entries.size() + 1),
            kind,
            source,
            clock.instant(),
            query,
            summary,
            Sha256.of(bytes),
            bytes.length,
            from,
            Evidence.facts(facts));
    entries.add(evidence);
    return evidence;
  }

  private static byte[] json(Map<String, Object> content) {
    return CoreJson.write(content).getBytes(StandardCharsets.UTF_8);
  }
}
