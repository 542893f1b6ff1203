package dev.inquest.investigation;

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
import dev.inquest.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers evidence and keeps it in memory. */
public final class MemoryBook implements EvidenceBook {
  private final List<Evidence> written = new ArrayList<>();

  List<Evidence> written() {
    return List.copyOf(written);
  }

  @Override
  public Evidence metrics(String source, MetricQuery query, MetricAnswer answer, String summary) {
    return write(EvidenceKind.METRICS, source, answer.query(), summary, List.of(), Map.of());
  }

  @Override
  public Evidence traces(String source, TraceQuery query, TraceAnswer answer, String summary) {
    return write(EvidenceKind.TRACES, source, answer.query(), summary, List.of(), Map.of());
  }

  @Override
  public Evidence logs(String source, LogQuery query, LogAnswer answer, String summary) {
    return write(EvidenceKind.LOGS, source, answer.query(), summary, List.of(), Map.of());
  }

  @Override
  public Evidence changes(String source, ChangeQuery query, ChangeAnswer answer, String summary) {
    return write(EvidenceKind.CHANGES, source, answer.query(), summary, List.of(), Map.of());
  }

  @Override
  public Evidence topology(String source, Topology topology, String summary) {
    return write(EvidenceKind.TOPOLOGY, source, "topology", summary, List.of(), Map.of());
  }

  @Override
  public Evidence probe(String source, ProbeAnswer answer, String summary) {
    String query = answer.query().template() + answer.query().parameters();
    return write(EvidenceKind.DATABASE, source, query, summary, List.of(), Map.of());
  }

  @Override
  public Evidence computed(
      EvidenceKind kind,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    return write(kind, "engine", query, summary, from, facts);
  }

  private Evidence write(
      EvidenceKind kind,
      String source,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    Evidence evidence =
        new Evidence(
            "e" + (written.size() + 1),
            kind,
            source,
            Instant.EPOCH,
            query,
            summary,
            "0".repeat(64),
            0,
            from,
            Evidence.facts(facts));
    written.add(evidence);
    return evidence;
  }
}
