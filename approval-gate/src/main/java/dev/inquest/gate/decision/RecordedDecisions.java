package dev.inquest.gate.decision;

import static dev.inquest.gate.decision.DecisionStore.lower;

import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.decision.DecisionCommand.Choice;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.warrant.WarrantStatement;
import dev.inquest.gate.warrant.Warrants;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Decisions in one transaction each: recorded, counted, audited, and the warrant issued. */
public final class RecordedDecisions implements Decisions {
  private final TransactionOperations transactions;
  private final JdbcClient jdbc;
  private final ProposalStore proposals;
  private final DecisionStore decisions;
  private final DecisionRules rules;
  private final Warrants warrants;
  private final Pause pause;
  private final AuditLog audit;

  public RecordedDecisions(
      TransactionOperations transactions,
      JdbcClient jdbc,
      ProposalStore proposals,
      DecisionStore decisions,
      DecisionRules rules,
      Warrants warrants,
      Pause pause,
      AuditLog audit) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.proposals = proposals;
    this.decisions = decisions;
    this.rules = rules;
    this.warrants = warrants;
    this.pause = pause;
    this.audit = audit;
  }

  @Override
  public DecisionOutcome decide(DecisionCommand command) {
    return Objects.requireNonNull(transactions.execute(_ -> decideLocked(command)));
  }

  private DecisionOutcome decideLocked(DecisionCommand command) {
    Optional<Proposal> found = proposals.lock(command.proposal());
    if (found.isEmpty()) {
      return new DecisionOutcome.Unknown(command.proposal());
    }
    Proposal proposal = found.get();
    if (proposal.state() != ProposalState.ASKED || decisions.decided(command)) {
      return already(proposal);
    }
    Optional<DecisionOutcome.Refused> refused = refusal(proposal, command);
    if (refused.isPresent()) {
      audit.append("decision-refused", proposal.id(), payload(command, refused.get().code()));
      return refused.get();
    }
    return decisions.insert(command) ? recorded(proposal, command) : already(proposal);
  }

  private Optional<DecisionOutcome.Refused> refusal(Proposal proposal, DecisionCommand command) {
    if (!proposal.digest().equals(command.digest())) {
      return Optional.of(
          new DecisionOutcome.Refused("wrong-digest", "you were shown something else; look again"));
    }
    Integer seen = command.revision();
    if (seen != null && seen != proposal.cardRevision()) {
      return Optional.of(
          new DecisionOutcome.Refused("stale-card", "the card has changed since; look again"));
    }
    if (overdue(proposal)) {
      return Optional.of(new DecisionOutcome.Refused("expired", "the proposal has expired"));
    }
    return rules.refusal(proposal, command);
  }

  private boolean overdue(Proposal proposal) {
    return jdbc.sql("SELECT expires_at <= clock_timestamp() FROM gate.proposal WHERE id = :id")
        .param("id", proposal.id())
        .query(Boolean.class)
        .single();
  }

  private DecisionOutcome recorded(Proposal proposal, DecisionCommand command) {
    if (command.choice() == Choice.REJECT) {
      proposals.move(proposal.id(), ProposalState.ASKED, ProposalState.REJECTED, command.reason());
      audit.append("decision", proposal.id(), payload(command, "rejected"));
      return new DecisionOutcome.Recorded(proposal.id(), "rejected");
    }
    List<String> approvers =
        decisions.of(proposal.id()).stream()
            .filter(each -> each.decision().equals("approve"))
            .map(DecisionStore.Decided::person)
            .toList();
    int missing = rules.needed(proposal) - approvers.size();
    return missing > 0
        ? waiting(proposal, command, missing)
        : approved(proposal, command, approvers);
  }

  private DecisionOutcome waiting(Proposal proposal, DecisionCommand command, int missing) {
    proposals.touch(proposal.id());
    audit.append("decision", proposal.id(), payload(command, "asked"));
    return new DecisionOutcome.Recorded(
        proposal.id(), "asked", missing + " more must approve before anything happens");
  }

  private DecisionOutcome approved(
      Proposal proposal, DecisionCommand command, List<String> approvers) {
    proposals.move(proposal.id(), ProposalState.ASKED, ProposalState.APPROVED, null);
    WarrantStatement warrant = warrants.issue(proposal, approvers);
    audit.append("decision", proposal.id(), payload(command, "approved"));
    audit.append(
        "warrant-issued",
        proposal.id(),
        Map.of("nonce", warrant.nonce(), "proposal_sha256", warrant.proposalSha256()));
    return new DecisionOutcome.Recorded(proposal.id(), "approved", note());
  }

  private @Nullable String note() {
    return pause.standing().paused()
        ? "actuation is paused: nothing happens until it is resumed"
        : null;
  }

  private DecisionOutcome already(Proposal proposal) {
    List<DecisionStore.Decided> earlier = decisions.of(proposal.id());
    String by = earlier.isEmpty() ? "" : earlier.getLast().person();
    return new DecisionOutcome.AlreadyDecided(proposal.id(), proposal.state().text(), by);
  }

  private static Map<String, String> payload(DecisionCommand command, String outcome) {
    return Map.of(
        "decision", lower(command.choice()),
        "person", command.approver().person(),
        "via", lower(command.via()),
        "digest", command.digest(),
        "outcome", outcome);
  }

  @Override
  public Optional<ButtonTarget> button(String value) {
    return ButtonValue.parse(value).flatMap(this::target);
  }

  private Optional<ButtonTarget> target(ButtonValue button) {
    return jdbc.sql(
            """
            SELECT c.proposal, p.digest, :revision::int AS revision,
              coalesce(c.workspace, '') AS workspace
            FROM gate.card c JOIN gate.proposal p ON p.id = c.proposal
            WHERE c.button = :button
            """)
        .param("button", button.card())
        .param("revision", button.revision())
        .query(ButtonTarget.class)
        .optional();
  }
}
