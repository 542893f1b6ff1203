package dev.inquest.evidence;

import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.topology.Topology;
import java.util.List;
import java.util.Map;

/**
 * Where gathered and computed facts are written down, each with its query, its bytes and their
 * SHA-256, before anything cites them. Numbers ids itself. Thread-safe.
 */
public interface EvidenceBook {
  Evidence metrics(String source, MetricQuery query, MetricAnswer answer, String summary);

  Evidence traces(String source, TraceQuery query, TraceAnswer answer, String summary);

  Evidence logs(String source, LogQuery query, LogAnswer answer, String summary);

  Evidence changes(String source, ChangeQuery query, ChangeAnswer answer, String summary);

  Evidence topology(String source, Topology topology, String summary);

  Evidence probe(String source, ProbeAnswer answer, String summary);

  /**
   * A computed fact.
   *
   * @param query how it was computed, e.g. {@code robust-mean-shift over e1 shop_latency{…}}
   * @param from ids of the evidence it rests on
   */
  Evidence computed(
      EvidenceKind kind,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts);
}
