package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.app.storage.Episodes.Episode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An alert episode as the API shows it. */
public record AlertItem(
    String fingerprint,
    Instant startsAt,
    @Nullable Instant endsAt,
    AlertStatus status,
    Map<String, String> labels,
    Map<String, String> annotations,
    @Nullable String incident,
    int deliveries) {
  static AlertItem of(Episode episode) {
    Alert alert = episode.alert();
    return new AlertItem(
        alert.fingerprint(),
        alert.startsAt(),
        alert.endsAt(),
        alert.status(),
        alert.labels(),
        alert.annotations(),
        episode.incident(),
        episode.deliveries());
  }
}
