package dev.inquest.app.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Alertmanager's webhook, version 4. A group mixes firing and resolved alerts; {@code groupKey}
 * embeds the route and is no identity, so the notification is known by its alerts.
 */
@Component
final class AlertmanagerSender implements Sender {
  static final int MAX_ALERTS = 20_000;
  private final @Nullable String token;

  AlertmanagerSender(IntakeProperties properties) {
    this.token = properties.alertmanager().token();
  }

  @Override
  public String source() {
    return "alertmanager";
  }

  @Override
  public boolean configured() {
    return token != null && !token.isBlank();
  }

  @Override
  public boolean admits(HttpHeaders headers) {
    return token != null && Secrets.bearer(headers, token);
  }

  @Override
  public boolean verified(HttpHeaders headers, byte[] body) {
    return true;
  }

  @Override
  public Parsed parse(HttpHeaders headers, JsonNode body) {
    String groupKey = JsonForm.textOrNull(body, "groupKey");
    AlertStatus status = status(body);
    List<Alert> alerts = new ArrayList<>();
    for (JsonNode node : JsonForm.array(body, "alerts", MAX_ALERTS)) {
      alerts.add(alert(node));
    }
    int truncated = JsonForm.countOrZero(body, "truncatedAlerts");
    return new Parsed(
        key(groupKey == null ? "" : groupKey, status, alerts),
        new Interpretation.Alerts(alerts, truncated, false));
  }

  private static Alert alert(JsonNode node) {
    if (!node.isObject()) {
      throw JsonForm.malformed("an alert is not an object");
    }
    AlertStatus status = status(node);
    Map<String, String> labels = JsonForm.texts(node, "labels");
    String fingerprint = JsonForm.textOrNull(node, "fingerprint");
    Instant endsAt = JsonForm.instantOrNull(node, "endsAt");
    return new Alert(
        fingerprint == null || fingerprint.isEmpty() ? fingerprint(labels) : fingerprint,
        JsonForm.instant(node, "startsAt"),
        status == AlertStatus.FIRING ? null : endsAt,
        status,
        labels,
        JsonForm.texts(node, "annotations"));
  }

  private static AlertStatus status(JsonNode node) {
    return switch (JsonForm.text(node, "status")) {
      case "firing" -> AlertStatus.FIRING;
      case "resolved" -> AlertStatus.RESOLVED;
      default -> throw JsonForm.malformed("status is neither firing nor resolved");
    };
  }

  /** Senders other than Alertmanager itself may leave it out; labels identify an alert. */
  private static String fingerprint(Map<String, String> labels) {
    return digest(List.of(labels.toString())).substring(0, 16);
  }

  private static String key(String groupKey, AlertStatus status, List<Alert> alerts) {
    List<String> parts = new ArrayList<>();
    for (Alert alert : alerts) {
      parts.add(alert.fingerprint() + '\n' + alert.status() + '\n' + alert.startsAt());
    }
    parts.sort(null);
    parts.addFirst(status.name());
    parts.addFirst(groupKey);
    return digest(parts);
  }

  private static String digest(List<String> parts) {
    byte[] joined = String.join("\u0000", parts).getBytes(UTF_8);
    return HexFormat.of().formatHex(Secrets.sha256(joined));
  }
}
