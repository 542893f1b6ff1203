package dev.inquest.gate.proposal;

import dev.inquest.gate.audit.AuditLog;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;

/** Ends what nobody answered; silence never approves. */
public final class Expiry {
  private static final int BATCH = 50;

  private final TransactionOperations transactions;
  private final ProposalStore proposals;
  private final AuditLog audit;

  public Expiry(TransactionOperations transactions, ProposalStore proposals, AuditLog audit) {
    this.transactions = transactions;
    this.proposals = proposals;
    this.audit = audit;
  }

  /** One round; called every second. */
  public void poll() {
    transactions.executeWithoutResult(_ -> expire(proposals.lockOverdue(BATCH)));
  }

  private void expire(List<Proposal> overdue) {
    for (Proposal each : overdue) {
      proposals.move(
          each.id(), ProposalState.ASKED, ProposalState.EXPIRED, "nobody answered in time");
    }
    for (Proposal each : overdue) {
      audit.append("proposal-expired", each.id(), Map.of("proposal_sha256", each.digest()));
    }
  }
}
