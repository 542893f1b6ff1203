package dev.inquest.gate.proposal;

import dev.inquest.gate.actuator.MergeWatch;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.policy.Policy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores a checked request as asked or refused, within the limits on how often people are asked.
 * Answers are given one at a time, so that limits hold.
 */
public final class Asking {
  private final JdbcClient jdbc;
  private final RequestStore requests;
  private final ProposalStore proposals;
  private final Policy policy;
  private final AuditLog audit;

  public Asking(
      JdbcClient jdbc,
      RequestStore requests,
      ProposalStore proposals,
      Policy policy,
      AuditLog audit) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.proposals = proposals;
    this.policy = policy;
    this.audit = audit;
  }

  /** To be called in a transaction. */
  void answer(RequestCopy request, CheckedProposal checked) {
    jdbc.sql("SELECT name FROM gate.lock WHERE name = 'asking' FOR UPDATE").query().singleRow();
    if (requests.lock(request.id()).isEmpty()) {
      return;
    }
    Optional<Proposal> same =
        checked.refused() ? Optional.empty() : proposals.openWith(checked.digest());
    if (same.isPresent()) {
      requests.answered(request.id(), same.get().id());
      audit.append("request-repeated", same.get().id(), Map.of("request", request.id().toString()));
      return;
    }
    store(request, checked, checked.refused() ? checked.refusal() : overLimit(checked));
  }

  private void store(RequestCopy request, CheckedProposal checked, String refusal) {
    String id = proposals.insert(request.id(), checked, refusal, policy.expiry());
    requests.answered(request.id(), id);
    audit.append(
        refusal.isEmpty() ? "proposal-asked" : "proposal-refused",
        id,
        Map.of(
            "request", request.id().toString(),
            "proposal_sha256", checked.digest(),
            "risk", checked.risk().text(),
            "evidence_root", checked.body().evidenceRoot(),
            "policy_sha256", policy.sha256(),
            "reason", refusal));
  }

  private String overLimit(CheckedProposal checked) {
    Policy.Limits limits = policy.limits();
    if (proposals.rejectedWithin(checked, limits.rejectedStays())) {
      return "rejected-before: this change was rejected within " + limits.rejectedStays();
    }
    if (proposals.openOf(checked.service(), MergeWatch.SPAN) >= limits.openPerService()) {
      return "too-many-open: " + limits.openPerService() + " proposals of the service are open";
    }
    if (proposals.askedWithin(Duration.ofHours(1)) >= limits.askedPerHour()) {
      return "asked-too-often: people were asked " + limits.askedPerHour() + " times this hour";
    }
    return "";
  }
}
