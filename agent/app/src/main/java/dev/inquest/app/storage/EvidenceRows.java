package dev.inquest.app.storage;

import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.playbooks.casefile.TopologyJson;
import dev.inquest.topology.Topology;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Evidence in {@code agent.evidence}. */
@Repository
public class EvidenceRows {
  private static final String COLUMNS =
      "id, kind, source, at, query, summary, derived_from, facts, sha256, size_bytes";
  private static final String BEFORE =
      """
       FROM agent.evidence e
      WHERE e.at < :limit
        AND e.incident IN (SELECT i.id FROM agent.incident i WHERE i.state = 'resolved')
      """;

  private final JdbcClient jdbc;

  public EvidenceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Evidence with its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Carried, never compared.
  public record Read(Evidence evidence, byte[] bytes) {}

  /** The number that the incident's next evidence gets. */
  public int nextNumber(String incident) {
    return jdbc.sql(
            """
            SELECT coalesce(max(CAST(substr(id, 2) AS int)), 0) + 1 FROM agent.evidence
            WHERE incident = :i
            """)
        .param("i", incident)
        .query(Integer.class)
        .single();
  }

  public void insert(String incident, UUID investigation, StoredEvidence stored) {
    Evidence e = stored.evidence();
    jdbc.sql(
            """
            INSERT INTO agent.evidence (incident, id, investigation, kind, source, at, query,
              request, summary, derived_from, facts, sha256, size_bytes, content)
            VALUES (:incident, :id, :investigation, :kind, :source, :at, :query,
              CAST(:request AS jsonb), :summary, :from, CAST(:facts AS jsonb), :sha, :size, :content)
            """)
        .param("incident", incident)
        .param("id", e.id())
        .param("investigation", investigation)
        .param("kind", e.kind().name().toLowerCase(Locale.ROOT))
        .param("source", CleanText.of(e.source(), 200))
        .param("at", Rows.at(e.at()))
        .param("query", CleanText.of(e.query(), 4_000))
        .param("request", stored.request())
        .param("summary", CleanText.of(e.summary(), 2_000))
        .param("from", e.from().toArray(String[]::new))
        .param("facts", StoredJson.write(e.facts()))
        .param("sha", e.sha256())
        .param("size", e.bytes())
        .param("content", stored.gzip())
        .update();
  }

  /** Without bytes, in order of their numbers, at most {@code max} after {@code after}. */
  public List<Evidence> page(String incident, int after, int max) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + " FROM agent.evidence WHERE incident = :i AND CAST(substr(id, 2) AS int) > :after"
                + " ORDER BY CAST(substr(id, 2) AS int) LIMIT :max")
        .param("i", incident)
        .param("after", after)
        .param("max", max)
        .query(EvidenceRows::read)
        .list();
  }

  /** With bytes, those an investigation wrote, in order of their numbers. */
  public List<Read> of(UUID investigation) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + ", content FROM agent.evidence WHERE investigation = :i"
                + " ORDER BY CAST(substr(id, 2) AS int)")
        .param("i", investigation)
        .query(EvidenceRows::readWhole)
        .list();
  }

  /** With bytes, those of one kind. */
  public List<Read> of(UUID investigation, EvidenceKind kind) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + ", content FROM agent.evidence WHERE investigation = :i AND kind = :kind"
                + " ORDER BY CAST(substr(id, 2) AS int)")
        .param("i", investigation)
        .param("kind", kind.name().toLowerCase(Locale.ROOT))
        .query(EvidenceRows::readWhole)
        .list();
  }

  public Optional<Read> find(String incident, String id) {
    return jdbc.sql(
            "SELECT " + COLUMNS + ", content FROM agent.evidence WHERE incident = :i AND id = :id")
        .param("i", incident)
        .param("id", id)
        .query(EvidenceRows::readWhole)
        .optional();
  }

  /** The port's query as JSON, where the evidence is an answer to one. */
  public Optional<String> request(String incident, String id) {
    return jdbc.sql(
            "SELECT request FROM agent.evidence"
                + " WHERE incident = :i AND id = :id AND request IS NOT NULL")
        .param("i", incident)
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** What the newest investigation saw of who calls whom. */
  public Optional<Topology> newestTopology() {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + ", content FROM agent.evidence WHERE kind = 'topology' ORDER BY at DESC LIMIT 1")
        .query(EvidenceRows::readWhole)
        .optional()
        .map(read -> TopologyJson.read(read.bytes()));
  }

  /** Of incidents that are resolved. */
  public int deleteBefore(Instant limit) {
    return jdbc.sql("DELETE" + BEFORE).param("limit", Rows.at(limit)).update();
  }

  /** How many {@link #deleteBefore} would delete. */
  public int countBefore(Instant limit) {
    return jdbc.sql("SELECT count(*)" + BEFORE)
        .param("limit", Rows.at(limit))
        .query(Integer.class)
        .single();
  }

  private static Read readWhole(ResultSet row, int n) throws SQLException {
    Evidence evidence = read(row, n);
    return new Read(evidence, Gzip.expand(row.getBytes("content"), evidence.bytes()));
  }

  private static Evidence read(ResultSet row, int n) throws SQLException {
    return new Evidence(
        row.getString("id"),
        EvidenceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("source"),
        Rows.instant(row, "at"),
        row.getString("query"),
        row.getString("summary"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        List.of((String[]) row.getArray("derived_from").getArray()),
        new TreeMap<>(Rows.texts(row.getString("facts"))));
  }
}
