package dev.inquest.lab.demo;

import dev.inquest.lab.story.Story;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The alert, in Alertmanager's webhook form, version 4. */
final class Alarm {
  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final String NAME = "HighRequestLatency";

  private final Story story;
  private final String summary;

  /**
   * @param page null where no page is slow
   */
  Alarm(Story story, @Nullable String page) {
    this.story = story;
    this.summary =
        page == null
            ? "95 % of requests take longer than they should"
            : "95 % of requests to " + page + " take up to three times their usual time or more";
  }

  String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((NAME + story.service()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  ObjectNode firing(String startsAt) {
    return payload("firing", startsAt, NEVER);
  }

  ObjectNode resolved(String startsAt, String endsAt) {
    return payload("resolved", startsAt, endsAt);
  }

  private ObjectNode payload(String status, String startsAt, String endsAt) {
    ObjectNode labels =
        object(Map.of("alertname", NAME, "service", story.service(), "severity", "page"));
    ObjectNode annotations = object(Map.of("summary", summary));
    ObjectNode alert = Journal.facts();
    alert.put("status", status);
    alert.set("labels", labels);
    alert.set("annotations", annotations);
    alert.put("startsAt", startsAt).put("endsAt", endsAt);
    alert.put("generatorURL", "http://monitor.example/graph").put("fingerprint", fingerprint());
    ObjectNode payload = Journal.facts();
    payload.put("version", "4").put("groupKey", "{}:{alertname=\"" + NAME + "\"}");
    payload.put("truncatedAlerts", 0).put("status", status).put("receiver", "inquest");
    payload.set("groupLabels", object(Map.of("alertname", NAME)));
    payload.set("commonLabels", labels.deepCopy());
    payload.set("commonAnnotations", annotations.deepCopy());
    payload.put("externalURL", "http://monitor.example");
    payload.putArray("alerts").add(alert);
    return payload;
  }

  private static ObjectNode object(Map<String, String> values) {
    ObjectNode object = Journal.facts();
    values.forEach(object::put);
    return object;
  }
}
