package dev.inquest.app.intake;

import dev.inquest.app.storage.CleanText;
import dev.inquest.app.storage.StoredJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;

/** The headers worth keeping with a delivery; never one that carries a secret. */
final class KeptHeaders {
  private static final List<String> NAMES =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.USER_AGENT,
          PagerDutySender.WEBHOOK_ID,
          "X-Webhook-Subscription");

  private KeptHeaders() {}

  /** A JSON object of strings. */
  static String json(HttpHeaders headers) {
    Map<String, String> kept = new TreeMap<>();
    for (String name : NAMES) {
      String value = headers.getFirst(name);
      if (value != null) {
        kept.put(name, CleanText.of(value, JsonForm.MAX_NAME_CHARS));
      }
    }
    return StoredJson.write(kept);
  }
}
