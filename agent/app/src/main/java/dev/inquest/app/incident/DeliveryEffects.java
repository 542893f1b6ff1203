package dev.inquest.app.incident;

import dev.inquest.alert.Alert;
import dev.inquest.incident.IncidentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one delivery did, gathered so that thousands of alerts make few lines. Not thread-safe. */
final class DeliveryEffects {
  /**
   * @param alert the one that opened it
   * @param suppressed why it is not investigated; null where it is
   */
  record Opened(Alert alert, @Nullable String service, @Nullable String suppressed) {}

  /** Alerts that joined an incident in some state. */
  record Joined(IncidentState state, List<Alert> alerts) {}

  private final int truncated;
  private final Instant receivedAt;
  private final boolean again;
  private final Map<String, Opened> opened = new LinkedHashMap<>();
  private final Map<String, Joined> joined = new LinkedHashMap<>();
  private final Map<String, List<Alert>> resolved = new LinkedHashMap<>();

  /**
   * @param again whether the same delivery was taken before
   */
  DeliveryEffects(int truncated, Instant receivedAt, boolean again) {
    this.truncated = truncated;
    this.receivedAt = receivedAt;
    this.again = again;
  }

  boolean again() {
    return again;
  }

  int truncated() {
    return truncated;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  void opened(String incident, Alert alert, @Nullable String service, @Nullable String suppressed) {
    opened.put(incident, new Opened(alert, service, suppressed));
  }

  void joined(String incident, IncidentState state, Alert alert) {
    joined.computeIfAbsent(incident, i -> new Joined(state, new ArrayList<>())).alerts().add(alert);
  }

  void resolved(String incident, Alert alert) {
    resolved.computeIfAbsent(incident, i -> new ArrayList<>()).add(alert);
  }

  Map<String, Opened> opened() {
    return opened;
  }

  Map<String, Joined> joined() {
    return joined;
  }

  Map<String, List<Alert>> resolved() {
    return resolved;
  }
}
