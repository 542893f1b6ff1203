package dev.inquest.app.intake;

import dev.inquest.alert.Alert;
import dev.inquest.alert.AlertStatus;
import dev.inquest.app.storage.CleanText;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * PagerDuty's V3 webhooks. The signature has no timestamp in it, so {@code X-Webhook-Id} is the
 * protection against replay. An event we have no use for is stored and acknowledged all the same:
 * three refusals in a row would disable the subscription.
 */
@Component
final class PagerDutySender implements Sender {
  static final String SIGNATURE = "X-PagerDuty-Signature";
  static final String WEBHOOK_ID = "X-Webhook-Id";
  private static final int MAX_SIGNATURES = 16;
  private final List<String> secrets;

  PagerDutySender(IntakeProperties properties) {
    this.secrets = properties.pagerduty().secrets();
  }

  @Override
  public String source() {
    return "pagerduty";
  }

  @Override
  public boolean configured() {
    return !secrets.isEmpty();
  }

  @Override
  public boolean admits(HttpHeaders headers) {
    return headers.getFirst(SIGNATURE) != null;
  }

  @Override
  public boolean verified(HttpHeaders headers, byte[] body) {
    String[] given = String.valueOf(headers.getFirst(SIGNATURE)).split(",", MAX_SIGNATURES + 1);
    boolean match = false;
    for (String secret : secrets) {
      String expected = "v1=" + HexFormat.of().formatHex(Secrets.hmacSha256(secret, body));
      for (String signature : given) {
        match |= MessageDigest.isEqual(bytes(signature.strip()), bytes(expected));
      }
    }
    return match;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public Parsed parse(HttpHeaders headers, JsonNode body) {
    JsonNode event = JsonForm.object(body, "event");
    String id = headers.getFirst(WEBHOOK_ID);
    String key = id == null || id.isBlank() ? "event:" + JsonForm.text(event, "id") : id;
    return new Parsed(CleanText.of(key, JsonForm.MAX_NAME_CHARS), interpret(event));
  }

  private static Interpretation interpret(JsonNode event) {
    String type = JsonForm.text(event, "event_type");
    return switch (type) {
      case "incident.triggered" -> alerts(event, AlertStatus.FIRING, "created_at");
      case "incident.reopened" -> alerts(event, AlertStatus.FIRING, null);
      case "incident.resolved" -> alerts(event, AlertStatus.RESOLVED, "created_at");
      default -> new Interpretation.Ignored("event type " + CleanText.of(type, 100));
    };
  }

  /** A reopened incident is a new episode: it began when it was reopened. */
  private static Interpretation alerts(
      JsonNode event, AlertStatus status, @Nullable String startField) {
    Instant occurred = JsonForm.instant(event, "occurred_at");
    JsonNode data = JsonForm.object(event, "data");
    Instant created = startField == null ? null : JsonForm.instantOrNull(data, startField);
    Alert alert =
        new Alert(
            "pagerduty:" + JsonForm.text(data, "id"),
            created == null ? occurred : created,
            status == AlertStatus.RESOLVED ? occurred : null,
            status,
            labels(data),
            annotations(data));
    return new Interpretation.Alerts(List.of(alert), 0, true);
  }

  private static Map<String, String> labels(JsonNode data) {
    Map<String, String> labels = new TreeMap<>();
    put(labels, "alertname", JsonForm.textOrNull(data, "title"));
    put(labels, "service", summary(data, "service"));
    put(labels, "severity", JsonForm.textOrNull(data, "urgency"));
    put(labels, "priority", summary(data, "priority"));
    return labels;
  }

  private static Map<String, String> annotations(JsonNode data) {
    Map<String, String> annotations = new TreeMap<>();
    put(annotations, "summary", JsonForm.textOrNull(data, "title"));
    put(annotations, "pagerduty_url", JsonForm.textOrNull(data, "html_url"));
    return annotations;
  }

  private static @Nullable String summary(JsonNode data, String reference) {
    JsonNode node = data.path(reference);
    return node.isObject() ? JsonForm.textOrNull(node, "summary") : null;
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
