package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import java.time.Duration;
import java.time.Instant;

/** Senders' clocks are not to be trusted: a start that cannot be is the first delivery's time. */
public final class SaneTimes {
  private static final Duration MAX_AHEAD = Duration.ofMinutes(5);
  private static final Duration MAX_AGE = Duration.ofDays(30);

  private SaneTimes() {}

  public static Instant start(Alert alert, Instant firstDeliveryAt) {
    Instant start = alert.startsAt();
    boolean nonsense =
        start.isAfter(firstDeliveryAt.plus(MAX_AHEAD))
            || start.isBefore(firstDeliveryAt.minus(MAX_AGE));
    return nonsense || start.isAfter(firstDeliveryAt) ? firstDeliveryAt : start;
  }

  /** The same alert with a start that makes sense. */
  public static Alert sane(Alert alert, Instant firstDeliveryAt) {
    return new Alert(
        alert.fingerprint(),
        start(alert, firstDeliveryAt),
        alert.endsAt(),
        alert.status(),
        alert.labels(),
        alert.annotations());
  }
}
