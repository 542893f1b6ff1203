package dev.inquest.app.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import dev.inquest.playbooks.casefile.OpenMetricsText;
import dev.inquest.playbooks.casefile.OtlpLogs;
import dev.inquest.playbooks.casefile.OtlpTraces;
import dev.inquest.playbooks.casefile.ProbesJson;
import dev.inquest.playbooks.casefile.TopologyJson;
import dev.inquest.topology.Topology;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stage's evidence down in the formats of a frozen case. It is kept here until the stage's
 * result is committed, and stored in that very transaction: a stage that was lost leaves nothing.
 */
public final class StoredEvidenceBook implements EvidenceBook {
  private final Clock clock;
  private final List<StoredEvidence> written = new ArrayList<>();
  private int next;

  /**
   * @param firstNumber of the first id: 1 for {@code e1}
   */
  public StoredEvidenceBook(int firstNumber, Clock clock) {
    this.next = firstNumber;
    this.clock = clock;
  }

  /** What was written since the last call. */
  public synchronized List<StoredEvidence> drain() {
    List<StoredEvidence> drained = List.copyOf(written);
    written.clear();
    return drained;
  }

  @Override
  public Evidence metrics(String source, MetricQuery query, MetricAnswer answer, String summary) {
    byte[] bytes = OpenMetricsText.write(answer.series());
    return gathered(EvidenceKind.METRICS, source, answer.query(), query, summary, bytes);
  }

  @Override
  public Evidence traces(String source, TraceQuery query, TraceAnswer answer, String summary) {
    byte[] bytes = OtlpTraces.write(answer.traces());
    return gathered(EvidenceKind.TRACES, source, answer.query(), query, summary, bytes);
  }

  @Override
  public Evidence logs(String source, LogQuery query, LogAnswer answer, String summary) {
    byte[] bytes = OtlpLogs.write(answer.records());
    return gathered(EvidenceKind.LOGS, source, answer.query(), query, summary, bytes);
  }

  @Override
  public Evidence changes(String source, ChangeQuery query, ChangeAnswer answer, String summary) {
    byte[] bytes = ChangesJson.write(answer.changes());
    return gathered(EvidenceKind.CHANGES, source, answer.query(), query, summary, bytes);
  }

  @Override
  public Evidence topology(String source, Topology topology, String summary) {
    byte[] bytes = TopologyJson.write(topology);
    return gathered(EvidenceKind.TOPOLOGY, source, "topology", null, summary, bytes);
  }

  @Override
  public Evidence probe(String source, ProbeAnswer answer, String summary) {
    byte[] bytes = ProbesJson.write(List.of(answer));
    String query =
        answer.query().template()
            + " on "
            + answer.query().target()
            + ' '
            + answer.query().parameters();
    return gathered(EvidenceKind.DATABASE, source, query, answer.query(), summary, bytes);
  }

  @Override
  public Evidence computed(
      EvidenceKind kind,
      String query,
      String summary,
      List<String> from,
      Map<String, String> facts) {
    Map<String, Object> canonical = new LinkedHashMap<>();
    canonical.put("query", query);
    canonical.put("summary", summary);
    canonical.put("from", from);
    canonical.put("facts", new TreeMap<>(facts));
    byte[] bytes = StoredJson.write(canonical).getBytes(UTF_8);
    return add(kind, "engine", query, null, summary, from, facts, bytes);
  }

  private Evidence gathered(
      EvidenceKind kind,
      String source,
      String query,
      @Nullable Object request,
      String summary,
      byte[] bytes) {
    String json = request == null ? null : StoredJson.write(request);
    return add(kind, source, query, json, summary, List.of(), Map.of(), bytes);
  }

  /** Compresses outside the lock; ids follow the order of arrival. */
  private Evidence add(
      EvidenceKind kind,
      String source,
      String query,
      @Nullable String request,
      String summary,
      List<String> from,
      Map<String, String> facts,
      byte[] bytes) {
    byte[] gzip = Gzip.compress(bytes);
    String digest = sha256(bytes);
    Instant at = clock.instant();
    synchronized (this) {
      Evidence evidence =
          new Evidence(
              "e" + next++,
              kind,
              source,
              at,
              query,
              summary,
              digest,
              bytes.length,
              from,
              new TreeMap<>(facts));
      written.add(new StoredEvidence(evidence, request, gzip));
      return evidence;
    }
  }

  /** Lower-case hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
