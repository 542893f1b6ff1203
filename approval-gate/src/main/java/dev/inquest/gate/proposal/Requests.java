package dev.inquest.gate.proposal;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.audit.Sha256;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Copies the agent's requests and answers each: a proposal that is asked or refused, or a
 * withdrawal.
 */
public final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
  private static final int BATCH = 20;
  private static final int MAX_ATTEMPTS = 8;
  private static final Duration MAX_WAIT = Duration.ofSeconds(30);

  private final TransactionOperations transactions;
  private final RequestStore store;
  private final ProposalChecker checker;
  private final Asking asking;
  private final Withdrawals withdrawals;
  private final AuditLog audit;

  public Requests(
      TransactionOperations transactions,
      RequestStore store,
      ProposalChecker checker,
      Asking asking,
      Withdrawals withdrawals,
      AuditLog audit) {
    this.transactions = transactions;
    this.store = store;
    this.checker = checker;
    this.asking = asking;
    this.withdrawals = withdrawals;
    this.audit = audit;
  }

  /** One round; called every 250 ms or less. */
  public void poll() {
    transactions.executeWithoutResult(_ -> copy());
    store.waiting(BATCH).forEach(this::answerAlone);
  }

  /** What nobody thought of must not hold up the requests behind it. */
  private void answerAlone(RequestCopy request) {
    try {
      answer(request);
    } catch (DataAccessException e) {
      LOG.warn("request {} waits: the database did not take its answer", request.id(), e);
      store.later(request.id(), wait(request.attempts()));
    }
  }

  private void copy() {
    for (RequestCopy copied : store.copyNew(BATCH)) {
      audit.append(
          "request-copied",
          copied.id().toString(),
          Map.of("kind", copied.kind(), "body_sha256", Sha256.hex(copied.body())));
    }
  }

  private void answer(RequestCopy request) {
    if (request.kind().equals("withdraw")) {
      transactions.executeWithoutResult(_ -> withdrawals.answer(request));
      return;
    }
    check(request)
        .ifPresent(
            checked -> transactions.executeWithoutResult(_ -> asking.answer(request, checked)));
  }

  /** Outside any transaction: it reads a repository over the network. */
  private Optional<CheckedProposal> check(RequestCopy request) {
    try {
      return Optional.of(checker.check(request.incident(), request.body()));
    } catch (FailureException e) {
      if (request.attempts() + 1 >= MAX_ATTEMPTS) {
        return Optional.of(checker.givenUp(request.incident(), request.body(), e.failure()));
      }
      LOG.warn("request {} waits: {}", request.id(), e.failure().code());
      store.later(request.id(), wait(request.attempts()));
      return Optional.empty();
    } catch (DataAccessException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("request {} cannot be judged", request.id(), e);
      return Optional.of(
          checker.givenUp(request.incident(), request.body(), unexpected(request, e)));
    }
  }

  private static Failure unexpected(RequestCopy request, RuntimeException e) {
    return Failure.permanent(
        "unexpected",
        request.id().toString(),
        "the gate cannot judge it: " + e.getClass().getSimpleName());
  }

  private static Duration wait(int attempts) {
    Duration wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
    return wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT;
  }
}
