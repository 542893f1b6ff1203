package dev.inquest.gate.playbook;

import dev.inquest.gate.audit.AuditLog;
import dev.inquest.gate.proposal.Proposal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts versions to use: only such as two people approved, each act in somebody's name. */
public final class PlaybookDesk {
  private final TransactionOperations transactions;
  private final JdbcClient jdbc;
  private final PlaybookStore store;
  private final AuditLog audit;

  public PlaybookDesk(
      TransactionOperations transactions, JdbcClient jdbc, PlaybookStore store, AuditLog audit) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.store = store;
    this.audit = audit;
  }

  /**
   * Puts a version in use; what was, diagnoses along from now on.
   *
   * @param from what the person was shown to be in use
   */
  public PinOutcome pin(String version, String from, String by, @Nullable String reason) {
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          store.lock();
          PlaybookStanding now = store.standing();
          Optional<PinOutcome> against = against(now, version, from);
          if (against.isPresent()) {
            return against.get();
          }
          return done("pin", now, version, now.inUse(), now.inUse(), by, reason);
        }));
  }

  private Optional<PinOutcome> against(PlaybookStanding now, String version, String from) {
    if (store.find(version).isEmpty()) {
      return Optional.of(new PinOutcome.Unknown(version));
    }
    if (!now.inUse().equals(from)) {
      return Optional.of(new PinOutcome.Moved(now.inUse()));
    }
    return now.inUse().equals(version)
        ? Optional.of(new PinOutcome.Refused("in-use", "that version is in use already"))
        : Optional.empty();
  }

  /**
   * Goes back to what was in use before.
   *
   * @param from what the person was shown to be in use, so that two at once go back once
   */
  public PinOutcome rollback(String from, String by, @Nullable String reason) {
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          store.lock();
          PlaybookStanding now = store.standing();
          if (!now.inUse().equals(from)) {
            return new PinOutcome.Moved(now.inUse());
          }
          return back("rollback", now, by, reason);
        }));
  }

  /** To be called in a transaction that holds the lock. */
  PinOutcome back(String act, PlaybookStanding now, String by, @Nullable String reason) {
    String previous = now.previous();
    if (previous == null) {
      return new PinOutcome.Refused("nothing-before", "there is nothing to go back to");
    }
    return done(act, now, previous, store.previousOf(previous, now.seq()), null, by, reason);
  }

  private PinOutcome done(
      String act,
      PlaybookStanding now,
      String inUse,
      @Nullable String previous,
      @Nullable String shadow,
      String by,
      @Nullable String reason) {
    withdrawOpen();
    store.use(act, inUse, previous, shadow, by, reason);
    audit("playbooks-" + act, now.inUse(), inUse, by);
    return new PinOutcome.Done(store.standing());
  }

  /** A new version, tried unseen beside the one in use. */
  void adopt(PlaybookFiles files, Proposal proposal, java.util.List<String> approvers) {
    PlaybookStanding now = store.standing();
    store.insert(files, proposal.baseSha(), proposal.id(), approvers);
    String by = String.join(", ", approvers);
    store.use("adopt", now.inUse(), now.previous(), files.digest(), by, null);
    audit("playbooks-adopt", now.inUse(), files.digest(), by);
  }

  private void audit(String act, String before, String version, String by) {
    Map<String, String> payload = new HashMap<>();
    payload.put("before", before);
    payload.put("version", version);
    payload.put("by", by);
    audit.append(act, version, payload);
  }

  /** What people were shown starts from playbooks that no longer are in use. */
  private void withdrawOpen() {
    jdbc.sql(
            """
            UPDATE gate.proposal SET state = 'withdrawn', card_revision = card_revision + 1,
              reason = 'other playbooks are in use now than it starts from'
            WHERE kind = 'playbook' AND state = 'asked'
            """)
        .update();
  }
}
