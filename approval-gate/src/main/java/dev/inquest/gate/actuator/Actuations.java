package dev.inquest.gate.actuator;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.metrics.ActuationCounter;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.proposal.ProposalStore;
import dev.inquest.gate.warrant.Warrant;
import dev.inquest.gate.warrant.WarrantStore;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Claims warrants and carries them out. The row of a claimed warrant stays locked while its
 * actuation runs, so a crash frees it, and whoever takes it up goes on as the same actuation.
 */
public final class Actuations {
  private static final Logger LOG = LoggerFactory.getLogger(Actuations.class);
  private static final int MAX_ATTEMPTS = 8;
  private static final int BATCH = 10;

  private final TransactionOperations transactions;
  private final WarrantStore warrants;
  private final ProposalStore proposals;
  private final Execution execution;
  private final AuditLog audit;
  private final ActuationCounter counter;

  public Actuations(
      TransactionOperations transactions,
      WarrantStore warrants,
      ProposalStore proposals,
      Execution execution,
      AuditLog audit,
      ActuationCounter counter) {
    this.transactions = transactions;
    this.warrants = warrants;
    this.proposals = proposals;
    this.execution = execution;
    this.audit = audit;
    this.counter = counter;
  }

  /** One round: expires, claims, carries out. */
  public void poll() {
    transactions.executeWithoutResult(_ -> expire());
    warrants.issued(BATCH).forEach(this::claim);
    boolean more = true;
    for (int done = 0; more && done < BATCH; done++) {
      more = Objects.requireNonNull(transactions.execute(_ -> runOne()));
    }
  }

  private void expire() {
    for (Warrant warrant : warrants.lockExpired(BATCH)) {
      fail(warrant, "the warrant expired before it could be carried out");
    }
  }

  private void claim(String nonce) {
    String actuation = UUID.randomUUID().toString();
    transactions.executeWithoutResult(_ -> {
      if (warrants.claim(nonce, actuation)) {
        audit.append("warrant-claimed", nonce, Map.of("actuation", actuation));
      }
    });
  }

  /** Whether there was one to carry out. */
  private boolean runOne() {
    return warrants
        .lockClaimed()
        .map(warrant -> {
          run(warrant);
          return true;
        })
        .orElse(false);
  }

  private void run(Warrant warrant) {
    Proposal proposal = proposals.find(warrant.proposal()).orElseThrow();
    try {
      switch (execution.carryOut(warrant, proposal)) {
        case Execution.Result.Opened opened -> opened(warrant, proposal, opened.mergeRequest());
        case Execution.Result.Adopted _ -> adopted(warrant, proposal);
        case Execution.Result.Refused refused -> fail(warrant, refused.why());
      }
    } catch (FailureException e) {
      retry(warrant, e.failure().code() + ": " + e.failure().message(), e.failure().retryable());
    } catch (org.springframework.dao.DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("actuation {} of {}", warrant.actuation(), proposal.id(), e);
      retry(warrant, "unexpected: " + e.getClass().getSimpleName(), true);
    }
  }

  private void opened(Warrant warrant, Proposal proposal, MergeRequest mergeRequest) {
    warrants.done(warrant.nonce());
    proposals.opened(proposal.id(), mergeRequest);
    audit.append(
        "actuation-done",
        proposal.id(),
        Map.of(
            "nonce", warrant.nonce(),
            "branch", mergeRequest.branch(),
            "commit", mergeRequest.commit()));
    counter.opened();
  }

  private void adopted(Warrant warrant, Proposal proposal) {
    warrants.done(warrant.nonce());
    proposals.move(proposal.id(), ProposalState.APPROVED, ProposalState.MERGED, null);
    audit.append("actuation-done", proposal.id(), Map.of("nonce", warrant.nonce()));
    counter.opened();
  }

  private void retry(Warrant warrant, String error, boolean retryable) {
    if (!retryable || warrant.attempts() + 1 >= MAX_ATTEMPTS) {
      fail(warrant, error);
      return;
    }
    LOG.warn("actuation {} waits: {}", warrant.actuation(), error);
    Duration wait = Duration.ofSeconds(1L << Math.min(warrant.attempts(), 6));
    warrants.later(warrant.nonce(), error, wait);
    audit.append("actuation-retried", warrant.proposal(), Map.of("error", error));
    counter.retried();
  }

  private void fail(Warrant warrant, String why) {
    LOG.warn("warrant {} of {} failed: {}", warrant.nonce(), warrant.proposal(), why);
    warrants.failed(warrant.nonce(), why);
    proposals.move(warrant.proposal(), ProposalState.APPROVED, ProposalState.FAILED, why);
    audit.append(
        "actuation-failed", warrant.proposal(), Map.of("nonce", warrant.nonce(), "why", why));
    counter.failed();
  }
}
