package dev.inquest.gate.actuator;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.repository.Mirror;
import dev.inquest.gate.repository.Mirrors;
import dev.inquest.gate.repository.Trees;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Sees that an opened change has arrived on its target branch, however it was merged. */
public final class MergeWatch {
  private static final Logger LOG = LoggerFactory.getLogger(MergeWatch.class);

  /** For so long after it was opened a merge request is watched. */
  public static final Duration SPAN = Duration.ofDays(2);

  private static final int BATCH = 20;

  private final TransactionOperations transactions;
  private final ProposalStore proposals;
  private final Mirrors mirrors;
  private final AuditLog audit;

  public MergeWatch(
      TransactionOperations transactions,
      ProposalStore proposals,
      Mirrors mirrors,
      AuditLog audit) {
    this.transactions = transactions;
    this.proposals = proposals;
    this.mirrors = mirrors;
    this.audit = audit;
  }

  /** One round; reads the repositories of what is open. */
  public void poll() {
    proposals.in(ProposalState.OPENED, SPAN, BATCH).forEach(this::look);
  }

  private void look(Proposal proposal) {
    try {
      Mirror mirror = mirrors.of(proposal.repository());
      String head = mirror.fetch(proposal.targetBranch());
      boolean merged =
          mirror.read(copy -> Trees.write(copy, head, proposal.body().files()).files().isEmpty());
      if (merged) {
        transactions.executeWithoutResult(_ -> merged(proposal, head));
      }
    } catch (FailureException e) {
      LOG.debug("cannot see whether {} is merged: {}", proposal.id(), e.failure().code());
    }
  }

  private void merged(Proposal proposal, String head) {
    if (proposals.move(proposal.id(), ProposalState.OPENED, ProposalState.MERGED, null)) {
      audit.append("proposal-merged", proposal.id(), Map.of("head", head));
    }
  }
}
