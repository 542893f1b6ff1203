package dev.inquest.app.intake;

import dev.inquest.alert.Alert;
import dev.inquest.app.incident.IncidentDesk;
import dev.inquest.app.storage.Deliveries;
import dev.inquest.app.storage.Deliveries.Waiting;
import dev.inquest.app.storage.RecordedChanges;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns stored deliveries into episodes and recorded changes, each in one transaction. */
@Component
class Interpreter {
  private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);
  private static final int MAX_ATTEMPTS = 5;
  private final Deliveries deliveries;
  private final Senders senders;
  private final IncidentDesk desk;
  private final RecordedChanges changes;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final InterpreterLoop loop = new InterpreterLoop(this::next);

  Interpreter(
      Deliveries deliveries,
      Senders senders,
      IncidentDesk desk,
      RecordedChanges changes,
      TransactionTemplate transactions,
      Clock clock) {
    this.deliveries = deliveries;
    this.senders = senders;
    this.desk = desk;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  InterpreterLoop loop() {
    return loop;
  }

  /** Says that something was stored; what nobody says is found within a second. */
  void wake() {
    loop.wake();
  }

  /** Interprets the oldest waiting delivery; false where none waits or the database is away. */
  boolean next() {
    Waiting[] taken = new Waiting[1];
    try {
      return Boolean.TRUE.equals(transactions.execute(status -> interpretNext(taken)));
    } catch (TransientDataAccessException
        | RecoverableDataAccessException
        | CannotCreateTransactionException
        | CannotGetJdbcConnectionException e) {
      LOG.warn("interpreting waits for the database: {}", e.getClass().getSimpleName());
      return false;
    } catch (RuntimeException e) {
      return setAside(taken[0], e);
    }
  }

  private boolean interpretNext(Waiting[] taken) {
    Optional<Waiting> waiting = deliveries.lockNext();
    if (waiting.isEmpty()) {
      return false;
    }
    Waiting delivery = waiting.get();
    taken[0] = delivery;
    deliveries.finish(delivery.id(), interpret(delivery, false).state(), clock.instant());
    return true;
  }

  /**
   * What a delivery came to.
   *
   * @param state interpreted or ignored
   * @param alerts that it tells of; none for a told change
   */
  record Understood(String state, List<Alert> alerts) {}

  /**
   * Within the caller's transaction.
   *
   * @param again whether it was interpreted before
   */
  Understood interpret(Waiting delivery, boolean again) {
    Sender sender = senders.built(delivery.source()).orElseThrow(() -> unknown(delivery));
    Parsed parsed = sender.parse(new HttpHeaders(), BoundedJson.object(delivery.body()));
    return switch (parsed.interpretation()) {
      case Interpretation.Alerts alerts -> {
        desk.take(
            delivery.source(),
            alerts.alerts(),
            alerts.truncated(),
            alerts.oneId(),
            delivery.receivedAt(),
            again);
        yield new Understood("interpreted", alerts.alerts());
      }
      case Interpretation.Told told -> {
        changes.save(told.source(), told.change());
        yield new Understood("interpreted", List.of());
      }
      case Interpretation.Ignored ignored -> new Understood("ignored", List.of());
    };
  }

  private static FailureException unknown(Waiting delivery) {
    return new FailureException(
        Failure.permanent("no-such-sender", "delivery " + delivery.id(), "nothing reads it"));
  }

  private boolean setAside(
      @org.jspecify.annotations.Nullable Waiting delivery, RuntimeException e) {
    if (delivery == null) {
      LOG.error("the inbox cannot be read", e);
      return false;
    }
    LOG.error("delivery {} could not be interpreted", delivery.id(), e);
    String error = e instanceof FailureException f ? f.failure().code() : e.getClass().getName();
    transactions.executeWithoutResult(
        status -> deliveries.failed(delivery.id(), error, MAX_ATTEMPTS));
    return true;
  }
}
