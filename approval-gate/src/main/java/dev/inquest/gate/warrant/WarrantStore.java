package dev.inquest.gate.warrant;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.warrant}: issued, then claimed once, then done or failed. */
public final class WarrantStore {
  private final JdbcClient jdbc;

  public WarrantStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When a warrant issued now would expire, by the database's clock. */
  public Instant expiry(Duration span) {
    return jdbc.sql("SELECT clock_timestamp() + make_interval(secs => :seconds)")
        .param("seconds", span.toSeconds())
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  public void insert(String proposal, WarrantStatement statement, byte[] envelope) {
    jdbc.sql(
            """
            INSERT INTO gate.warrant
              (nonce, proposal, action, envelope, state, next_try_at, expires_at)
            VALUES (:nonce, :proposal, :action, :envelope, 'issued', clock_timestamp(), :expires)
            """)
        .param("nonce", statement.nonce())
        .param("proposal", proposal)
        .param("action", statement.action().text())
        .param("envelope", envelope)
        .param("expires", statement.expires().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Issued, not expired, and not begun. */
  public List<String> issued(int limit) {
    return jdbc.sql(
            "SELECT nonce FROM gate.warrant WHERE state = 'issued'"
                + " AND expires_at > clock_timestamp() ORDER BY expires_at LIMIT :limit")
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /**
   * The single use: one statement that also sees whether actuation is paused, the warrant expired
   * or the proposal no longer stands.
   *
   * @return whether this caller has it
   */
  public boolean claim(String nonce, String actuation) {
    return jdbc.sql(
                """
                UPDATE gate.warrant w
                SET state = 'claimed', actuation = :actuation, claimed_at = clock_timestamp()
                FROM (SELECT paused FROM gate.pause FOR SHARE) p, gate.proposal pr
                WHERE w.nonce = :nonce AND w.state = 'issued' AND w.expires_at > clock_timestamp()
                  AND NOT p.paused AND pr.id = w.proposal AND pr.state = 'approved'
                """)
            .param("nonce", nonce)
            .param("actuation", actuation)
            .update()
        == 1;
  }

  /**
   * A claimed warrant whose actuation nobody is carrying out: the lock is the lease, and ends with
   * the transaction or the process that holds it.
   */
  public Optional<Warrant> lockClaimed() {
    return jdbc.sql(
            """
            SELECT nonce, proposal, envelope, actuation, claimed_at, attempts FROM gate.warrant
            WHERE state = 'claimed' AND next_try_at <= clock_timestamp()
              AND NOT (SELECT paused FROM gate.pause)
            ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .query(WarrantStore::row)
        .optional();
  }

  /** Issued but never begun in time; locked. */
  public List<Warrant> lockExpired(int limit) {
    return jdbc.sql(
            "SELECT nonce, proposal, envelope, actuation, claimed_at, attempts FROM gate.warrant"
                + " WHERE state = 'issued' AND expires_at <= clock_timestamp()"
                + " LIMIT :limit FOR UPDATE SKIP LOCKED")
        .param("limit", limit)
        .query(WarrantStore::row)
        .list();
  }

  public void done(String nonce) {
    end(nonce, "done", null);
  }

  public void failed(String nonce, String error) {
    end(nonce, "failed", error);
  }

  private void end(String nonce, String state, @Nullable String error) {
    jdbc.sql(
            "UPDATE gate.warrant SET state = :state, error = :error, ended_at = clock_timestamp()"
                + " WHERE nonce = :nonce")
        .param("nonce", nonce)
        .param("state", state)
        .param("error", error)
        .update();
  }

  public void later(String nonce, String error, Duration wait) {
    jdbc.sql(
            "UPDATE gate.warrant SET attempts = attempts + 1, error = :error,"
                + " next_try_at = clock_timestamp() + make_interval(secs => :seconds)"
                + " WHERE nonce = :nonce")
        .param("nonce", nonce)
        .param("error", error)
        .param("seconds", wait.toSeconds())
        .update();
  }

  /** The newest warrant of a proposal, as {@code nonce, state}. */
  public Optional<Standing> of(String proposal) {
    return jdbc.sql(
            "SELECT nonce, state, error, expires_at FROM gate.warrant WHERE proposal = :proposal"
                + " ORDER BY expires_at DESC LIMIT 1")
        .param("proposal", proposal)
        .query((row, n) ->
            new Standing(
                row.getString("nonce"),
                row.getString("state"),
                Objects.requireNonNullElse(row.getString("error"), "")))
        .optional();
  }

  /** Where a warrant stands, for people. */
  public record Standing(String nonce, String state, String error) {}

  private static Warrant row(ResultSet row, int number) throws SQLException {
    OffsetDateTime claimed = row.getObject("claimed_at", OffsetDateTime.class);
    return new Warrant(
        row.getString("nonce"),
        row.getString("proposal"),
        new String(row.getBytes("envelope"), StandardCharsets.UTF_8),
        row.getString("actuation"),
        claimed == null ? null : claimed.toInstant(),
        row.getInt("attempts"));
  }
}
