package dev.inquest.app.intake;

import dev.inquest.app.intake.Interpreter.Understood;
import dev.inquest.app.storage.Deliveries;
import dev.inquest.app.storage.Deliveries.Held;
import dev.inquest.app.storage.Episodes;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Interprets one stored delivery again from its raw bytes, whatever became of it before. */
@Component
class DeliveryReplay {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReplay.class);
  private static final int MAX_INCIDENTS = 100;
  private final Deliveries deliveries;
  private final Interpreter interpreter;
  private final Episodes episodes;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DeliveryReplay(
      Deliveries deliveries,
      Interpreter interpreter,
      Episodes episodes,
      TransactionTemplate transactions,
      Clock clock) {
    this.deliveries = deliveries;
    this.interpreter = interpreter;
    this.episodes = episodes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param was its state before
   * @param alerts how many it tells of
   * @param incidents they belong to, at most 100
   */
  record Replayed(
      long id, String source, String was, String state, int alerts, List<String> incidents) {}

  /**
   * In one transaction: it is understood whole or stays as it was.
   *
   * @throws FailureException {@code no-such-delivery}; {@code delivery-busy} while another worker
   *     interprets it; {@code malformed} and the like where it still cannot be understood
   */
  Replayed again(long id) {
    return Objects.requireNonNull(transactions.execute(status -> held(id)));
  }

  private Replayed held(long id) {
    Held held = deliveries.hold(id).orElseThrow(() -> absent(id));
    Understood understood =
        interpreter.interpret(held.delivery(), held.state().equals("interpreted"));
    deliveries.finish(id, understood.state(), clock.instant());
    LOG.info("delivery {} replayed, was {}, is {}", id, held.state(), understood.state());
    List<String> incidents =
        understood.alerts().stream()
            .map(episodes::incidentOf)
            .flatMap(Optional::stream)
            .distinct()
            .limit(MAX_INCIDENTS)
            .toList();
    return new Replayed(
        id,
        held.delivery().source(),
        held.state(),
        understood.state(),
        understood.alerts().size(),
        incidents);
  }

  private FailureException absent(long id) {
    String subject = "delivery " + id;
    return new FailureException(
        deliveries.find(id).isPresent()
            ? Failure.transientFailure(
                "delivery-busy", subject, "it is being interpreted at this moment")
            : Failure.permanent("no-such-delivery", subject, "there is none of that id"));
  }
}
