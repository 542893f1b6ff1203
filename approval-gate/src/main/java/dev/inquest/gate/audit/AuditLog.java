package dev.inquest.gate.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends to the chain in the transaction of the act it records. Appending takes a lock that is
 * held to the transaction's end, so whoever locks rows as well locks them first.
 */
public final class AuditLog {
  private final JdbcClient jdbc;

  public AuditLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param payload what happened; only its digest is kept
   */
  public AuditEntry append(String kind, String subject, Map<String, ?> payload) {
    // A row, not an advisory lock: those anybody in the database could hold for ever.
    jdbc.sql("SELECT name FROM gate.lock WHERE name = 'audit' FOR UPDATE").query().singleRow();
    Optional<AuditEntry> last = last();
    AuditEntry next =
        AuditEntry.link(
            last.map(AuditEntry::hash).orElse(AuditEntry.GENESIS),
            last.map(AuditEntry::seq).orElse(0L) + 1,
            now(),
            kind,
            subject,
            Sha256.hex(CanonicalJson.bytes(payload)));
    insert(next);
    return next;
  }

  /** The newest entry; empty before the first. */
  public Optional<AuditEntry> last() {
    return jdbc.sql(
            "SELECT seq, at, kind, subject, body_sha256, prev_hash, hash FROM gate.audit"
                + " ORDER BY seq DESC LIMIT 1")
        .query(AuditLog::entry)
        .optional();
  }

  /** Entries after {@code seq}, oldest first. */
  public List<AuditEntry> after(long seq, int limit) {
    return jdbc.sql(
            "SELECT seq, at, kind, subject, body_sha256, prev_hash, hash FROM gate.audit"
                + " WHERE seq > :seq ORDER BY seq LIMIT :limit")
        .param("seq", seq)
        .param("limit", limit)
        .query(AuditLog::entry)
        .list();
  }

  private Instant now() {
    return jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
  }

  private void insert(AuditEntry entry) {
    jdbc.sql(
            """
            INSERT INTO gate.audit (seq, at, kind, subject, body_sha256, prev_hash, hash)
            VALUES (:seq, :at::timestamptz, :kind, :subject, :body, :prev, :hash)
            """)
        .param("seq", entry.seq())
        .param("at", entry.atText())
        .param("kind", entry.kind())
        .param("subject", entry.subject())
        .param("body", entry.bodySha256())
        .param("prev", entry.prevHash())
        .param("hash", entry.hash())
        .update();
  }

  private static AuditEntry entry(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("body_sha256"),
        row.getString("prev_hash"),
        row.getString("hash"));
  }
}
