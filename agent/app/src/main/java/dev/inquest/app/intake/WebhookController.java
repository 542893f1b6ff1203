package dev.inquest.app.intake;

import dev.inquest.app.access.Problems;
import dev.inquest.app.storage.Deliveries.NewDelivery;
import dev.inquest.failure.FailureException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /webhooks/<source>}: 202 once the raw bytes are committed, 503 where they could not
 * be, 4xx only for what trying again cannot help.
 */
@RestController
class WebhookController {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
  private final Senders senders;
  private final Inbox inbox;
  private final Interpreter interpreter;
  private final DeliveryMetrics metrics;
  private final Clock clock;

  WebhookController(
      Senders senders, Inbox inbox, Interpreter interpreter, DeliveryMetrics metrics, Clock clock) {
    this.senders = senders;
    this.inbox = inbox;
    this.interpreter = interpreter;
    this.metrics = metrics;
    this.clock = clock;
  }

  @PostMapping("/webhooks/{source}")
  ResponseEntity<?> receive(
      @PathVariable String source, @RequestHeader HttpHeaders headers, HttpServletRequest request) {
    Optional<Sender> sender = senders.configured(source);
    if (sender.isEmpty()) {
      metrics.count("unknown", "unknown");
      return Problems.answer(
          HttpStatus.NOT_FOUND, "no-such-webhook", "This webhook is not configured.");
    }
    try {
      return take(sender.get(), headers, request);
    } catch (FailureException e) {
      return refuse(sender.get().source(), e);
    }
  }

  private ResponseEntity<?> take(Sender sender, HttpHeaders headers, HttpServletRequest request) {
    if (!sender.admits(headers)) {
      return unauthorised(sender.source());
    }
    byte[] body = BodyReader.read(request);
    if (!sender.verified(headers, body)) {
      return unauthorised(sender.source());
    }
    Parsed parsed = sender.parse(headers, BoundedJson.object(body));
    NewDelivery delivery =
        new NewDelivery(
            sender.source(),
            parsed.dedupKey(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            KeptHeaders.json(headers),
            body);
    return answer(sender.source(), body.length, inbox.append(delivery));
  }

  private ResponseEntity<?> answer(String source, int bytes, AppendResult result) {
    return switch (result) {
      case AppendResult.Stored(long id) -> {
        metrics.count(source, "stored");
        LOG.info("delivery {} from {} stored, {} bytes", id, source, bytes);
        interpreter.wake();
        yield ResponseEntity.accepted().body(Map.of("status", "stored"));
      }
      case AppendResult.Duplicate() -> {
        metrics.count(source, "duplicate");
        LOG.info("delivery from {} was stored before", source);
        yield ResponseEntity.accepted().body(Map.of("status", "stored before"));
      }
      case AppendResult.NotStored(String why) -> {
        metrics.count(source, "not-stored");
        LOG.warn("delivery from {} not stored: {}", source, why);
        yield Problems.answer(
            HttpStatus.SERVICE_UNAVAILABLE, "not-stored", "Not stored, try again: " + why + ".");
      }
    };
  }

  private ResponseEntity<?> unauthorised(String source) {
    metrics.count(source, "unauthorised");
    LOG.warn("delivery from {} refused: wrong or no credentials", source);
    return Problems.answer(
        HttpStatus.UNAUTHORIZED, "unauthorised", "The credentials or the signature are wrong.");
  }

  private ResponseEntity<?> refuse(String source, FailureException e) {
    String code = e.failure().code();
    HttpStatus status =
        switch (code) {
          case "too-large" -> HttpStatus.CONTENT_TOO_LARGE;
          default -> HttpStatus.BAD_REQUEST;
        };
    metrics.count(source, code);
    LOG.warn("delivery from {} refused: {}: {}", source, code, e.failure().message());
    return Problems.answer(status, code, "Refused: " + e.failure().message() + ".");
  }
}
