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
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.topology.Topology;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Numbers the evidence of one replay. Nothing is copied: what a replay cites stands in the case's
 * files for ever, and its query over them gives it again, so there are no stored bytes to digest.
 */
final class CaseBook implements EvidenceBook {
  private final Clock clock;
  private int written;
  private long work;

  CaseBook(Clock clock) {
    this.clock = clock;
  }

  /** One that goes on from here; this one stays as it is. */
  synchronized CaseBook fork() {
    CaseBook fork = new CaseBook(clock);
    fork.written = written;
    fork.work = work;
    return fork;
  }

  /** Points, spans, log records, changes and rows of answers that were read. */
  synchronized long work() {
    return work;
  }

  private synchronized void read(long units) {
    work += units;
  }

  @Override
  public Evidence metrics(String source, MetricQuery query, MetricAnswer answer, String summary) {
    read(answer.series().stream().mapToLong(MetricSeries::size).sum());
    return keep(EvidenceKind.METRICS, source, answer.query(), summary);
  }

  @Override
  public Evidence traces(String source, TraceQuery query, TraceAnswer answer, String summary) {
    read(answer.traces().stream().mapToLong(t -> t.spans().size()).sum());
    return keep(EvidenceKind.TRACES, source, answer.query(), summary);
  }

  @Override
  public Evidence logs(String source, LogQuery query, LogAnswer answer, String summary) {
    read(answer.records().size());
    return keep(EvidenceKind.LOGS, source, answer.query(), summary);
  }

  @Override
  public Evidence changes(String source, ChangeQuery query, ChangeAnswer answer, String summary) {
    read(answer.changes().size());
    return keep(EvidenceKind.CHANGES, source, answer.query(), summary);
  }

  @Override
  public Evidence topology(String source, Topology topology, String summary) {
    return keep(EvidenceKind.TOPOLOGY, source, "topology", summary);
  }

  @Override
  public Evidence probe(String source, ProbeAnswer answer, String summary) {
    read(answer.rows().size());
    return keep(EvidenceKind.DATABASE, source, CoreJson.write(answer.query()), summary);
  }

  @Override
  public Evidence computed(
      EvidenceKind kind,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    return keep(kind, "engine", query, summary, from, facts);
  }

  private Evidence keep(EvidenceKind kind, String source, String query, String summary) {
    return keep(kind, source, query, summary, List.of(), Map.of());
  }

  private synchronized Evidence keep(
      EvidenceKind kind,
      String source,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    written++;
    return new Evidence(
        "e" + written,
        kind,
        source,
        clock.instant(),
        query,
        summary,
        Evidence.NOT_STORED,
        0,
        from,
        Evidence.facts(facts));
  }
}
