package dev.inquest.app.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the gate, and reads what it answers; the agent's role can do no more. */
@Repository
public class Proposals {
  private final JdbcClient jdbc;

  public Proposals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A proposal as the gate has it.
   *
   * @param request the agent's, of which it is a copy
   * @param state refused, asked, approved, opened, merged, rejected, expired, withdrawn, failed
   * @param mergeCommit head of the merge request's branch; null before it is opened
   * @param decidedBy the last who decided; null before
   * @param culprit the commit or version of playbooks that it goes back from; null: none
   */
  public record Proposal(
      String id,
      UUID request,
      String service,
      String digest,
      String risk,
      String state,
      @Nullable String reason,
      Instant createdAt,
      @Nullable Instant askedAt,
      @Nullable Instant decidedAt,
      @Nullable Instant openedAt,
      @Nullable String mergeCommit,
      @Nullable String mergeUrl,
      @Nullable String decidedBy,
      @Nullable String culprit) {}

  public void ask(UUID id, String incident, String draftJson) {
    insert(id, incident, "propose", draftJson);
  }

  /**
   * @param proposal null withdraws whatever is open for the incident
   */
  public void withdraw(UUID id, String incident, @Nullable String proposal, String reason) {
    Map<String, @Nullable String> body = new java.util.LinkedHashMap<>();
    body.put("proposal", proposal);
    body.put("incident", incident);
    body.put("reason", reason);
    insert(id, incident, "withdraw", StoredJson.write(body));
  }

  /** The same request again is the same. */
  private void insert(UUID id, String incident, String kind, String body) {
    jdbc.sql(
            """
            INSERT INTO agent.proposal_request (id, incident, kind, body)
            VALUES (:id, :incident, :kind, CAST(:body AS jsonb))
            ON CONFLICT DO NOTHING
            """)
        .param("id", id)
        .param("incident", incident)
        .param("kind", kind)
        .param("body", body)
        .update();
  }

  /** An incident's, oldest first. */
  public List<Proposal> of(String incident) {
    return jdbc.sql(
            """
            SELECT p.*, p.body ->> 'culprit' AS culprit,
              p.merge_request ->> 'commit' AS merge_commit,
              p.merge_request ->> 'url' AS merge_url,
              (SELECT d.person FROM gate.decision d WHERE d.proposal = p.id
               ORDER BY d.id DESC LIMIT 1) AS decided_by
            FROM gate.proposal p WHERE p.incident = :i ORDER BY p.created_at, p.id
            """)
        .param("i", incident)
        .query(Proposals::read)
        .list();
  }

  private static Proposal read(ResultSet row, int n) throws SQLException {
    return new Proposal(
        row.getString("id"),
        row.getObject("request", UUID.class),
        row.getString("service"),
        row.getString("digest"),
        row.getString("risk"),
        row.getString("state"),
        row.getString("reason"),
        Rows.instant(row, "created_at"),
        Rows.instantOrNull(row, "asked_at"),
        Rows.instantOrNull(row, "decided_at"),
        Rows.instantOrNull(row, "opened_at"),
        row.getString("merge_commit"),
        row.getString("merge_url"),
        row.getString("decided_by"),
        row.getString("culprit"));
  }

  /** When somebody decided, the first time. */
  public Optional<Instant> firstDecision(String proposal) {
    return jdbc.sql("SELECT min(at) AS at FROM gate.decision WHERE proposal = :p")
        .param("p", proposal)
        .query((row, n) -> Optional.ofNullable(Rows.instantOrNull(row, "at")))
        .single();
  }
}
