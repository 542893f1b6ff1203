package dev.inquest.gate.proposal;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.policy.TextRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes proposals back because the agent no longer holds the cause. It can only stop: what is
 * asked, and what is approved but not begun.
 */
public final class Withdrawals {
  private final JdbcClient jdbc;
  private final RequestStore requests;
  private final ProposalStore proposals;
  private final AuditLog audit;

  public Withdrawals(
      JdbcClient jdbc, RequestStore requests, ProposalStore proposals, AuditLog audit) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.proposals = proposals;
    this.audit = audit;
  }

  /** To be called in a transaction. */
  void answer(RequestCopy request) {
    if (requests.lock(request.id()).isEmpty()) {
      return;
    }
    List<String> stopped = List.of();
    String outcome = "withdrawn";
    try {
      stopped = stop(request);
    } catch (FailureException e) {
      outcome = e.failure().code();
    }
    requests.answered(request.id(), stopped.isEmpty() ? null : stopped.getFirst());
    audit.append(
        "withdrawal",
        request.id().toString(),
        Map.of("incident", request.incident(), "proposals", stopped, "outcome", outcome));
  }

  private List<String> stop(RequestCopy request) {
    Json json =
        Json.read(request.body(), "the request").onlyKeys(Set.of("proposal", "incident", "reason"));
    String reason = json.text("reason");
    TextRules.check("reason", reason, 2_000);
    return open(request.incident(), json.textOrNull("proposal")).stream()
        .filter(id -> stop(id, reason))
        .toList();
  }

  private List<String> open(String incident, @Nullable String id) {
    return jdbc.sql(
            "SELECT id FROM gate.proposal WHERE incident = :incident AND state IN ('asked', 'approved')"
                + " AND (:id::text IS NULL OR id = :id) ORDER BY id FOR UPDATE")
        .param("incident", incident)
        .param("id", id)
        .query(String.class)
        .list();
  }

  private boolean stop(String id, String reason) {
    if (proposals.move(id, ProposalState.ASKED, ProposalState.WITHDRAWN, reason)) {
      return true;
    }
    boolean notBegun =
        jdbc.sql(
                    "UPDATE gate.warrant SET state = 'failed', error = 'withdrawn',"
                        + " ended_at = clock_timestamp() WHERE proposal = :id AND state = 'issued'")
                .param("id", id)
                .update()
            > 0;
    return notBegun && proposals.move(id, ProposalState.APPROVED, ProposalState.WITHDRAWN, reason);
  }
}
