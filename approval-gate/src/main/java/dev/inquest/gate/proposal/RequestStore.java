package dev.inquest.gate.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.request}: what the agent asked for, copied once. */
public final class RequestStore {
  private final JdbcClient jdbc;

  public RequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Copies requests the gate does not have yet; what is too long is cut, and refused as such. */
  public List<RequestCopy> copyNew(int limit) {
    return jdbc.sql(
            """
            INSERT INTO gate.request (id, incident, kind, body, body_sha256, copied_at, next_try_at)
            SELECT r.id, r.incident, r.kind, r.text,
              encode(sha256(convert_to(r.text, 'UTF8')), 'hex'), clock_timestamp(), clock_timestamp()
            FROM (
              SELECT a.id, a.incident, a.kind, left(a.body::text, :max + 1) AS text
              FROM agent.proposal_request a
              WHERE NOT EXISTS (SELECT FROM gate.request g WHERE g.id = a.id)
              ORDER BY a.created_at LIMIT :limit) r
            ON CONFLICT (id) DO NOTHING
            RETURNING id, incident, kind, body, attempts
            """)
        .param("max", Json.MAX_CHARS)
        .param("limit", limit)
        .query(RequestCopy.class)
        .list();
  }

  /** Not answered yet, and due. */
  public List<RequestCopy> waiting(int limit) {
    return jdbc.sql(
            "SELECT id, incident, kind, body, attempts FROM gate.request WHERE answered_at IS NULL"
                + " AND next_try_at <= clock_timestamp() ORDER BY copied_at LIMIT :limit")
        .param("limit", limit)
        .query(RequestCopy.class)
        .list();
  }

  /** Locks it for answering; empty where somebody else answered it. */
  public Optional<RequestCopy> lock(UUID id) {
    return jdbc.sql(
            "SELECT id, incident, kind, body, attempts FROM gate.request"
                + " WHERE id = :id AND answered_at IS NULL FOR UPDATE")
        .param("id", id)
        .query(RequestCopy.class)
        .optional();
  }

  public void answered(UUID id, @Nullable String proposal) {
    jdbc.sql(
            "UPDATE gate.request SET answered_at = clock_timestamp(), proposal = :proposal"
                + " WHERE id = :id")
        .param("id", id)
        .param("proposal", proposal)
        .update();
  }

  public void later(UUID id, Duration wait) {
    jdbc.sql(
            "UPDATE gate.request SET attempts = attempts + 1,"
                + " next_try_at = clock_timestamp() + make_interval(secs => :seconds)"
                + " WHERE id = :id")
        .param("id", id)
        .param("seconds", wait.toSeconds())
        .update();
  }

  /**
   * Asks the same again because the base moved, at most {@code max} times an original.
   *
   * @return false where it was asked too often
   */
  public boolean again(UUID original, String proposal, int max) {
    return jdbc.sql(
                """
                INSERT INTO gate.request
                  (id, incident, kind, body, body_sha256, again_for, copied_at, next_try_at)
                SELECT gen_random_uuid(), incident, kind, body, body_sha256, :proposal,
                  clock_timestamp(), clock_timestamp()
                FROM gate.request r WHERE id = :original
                  AND :max > (SELECT count(*) FROM gate.request o WHERE o.incident = r.incident
                    AND o.body_sha256 = r.body_sha256 AND o.again_for IS NOT NULL)
                """)
            .param("original", original)
            .param("proposal", proposal)
            .param("max", max)
            .update()
        == 1;
  }
}
