package dev.inquest.playbooks.casefile;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One alert of Alertmanager's payload while it is being read. */
final class AlertReading {
  private final JsonCursor cursor;
  private @Nullable String fingerprint;
  private @Nullable Instant startsAt;
  private @Nullable Instant endsAt;
  private AlertStatus status = AlertStatus.FIRING;
  private Map<String, String> labels = Map.of();
  private Map<String, String> annotations = Map.of();

  AlertReading(JsonCursor cursor) {
    this.cursor = cursor;
  }

  Alert alert() {
    cursor.fields(this::field);
    if (startsAt == null) {
      throw cursor.malformed("an alert needs startsAt");
    }
    String identity = fingerprint == null ? "labels " + new TreeMap<>(labels) : fingerprint;
    return new Alert(identity, startsAt, endsAt, status, labels, annotations);
  }

  private void field(String name) {
    switch (name) {
      case "fingerprint" -> fingerprint = cursor.textOrNull();
      case "startsAt" -> startsAt = cursor.instant();
      case "endsAt" -> endsAt = end(cursor.instantOrNull());
      case "status" -> status = Names.of(AlertStatus.class, cursor);
      case "labels" -> labels = cursor.texts();
      case "annotations" -> annotations = cursor.texts();
      default -> cursor.skip();
    }
  }

  /** The year 1 is how the sender says that there is no end yet. */
  private static @Nullable Instant end(@Nullable Instant told) {
    return told == null || told.atOffset(ZoneOffset.UTC).getYear() <= 1 ? null : told;
  }
}
