package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.resilience.ForeignText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a span's tags say, by the names OpenTelemetry's and Brave's exporters give them.
 *
 * @param attributes the others, at most {@value #MAX_ATTRIBUTES}
 */
record Tags(Map<String, String> attributes, boolean error, @Nullable String version) {
  static final int MAX_ATTRIBUTES = 48;
  private static final int MAX_CHARS = 2_048;

  /** Where a status message is kept among the attributes, by OpenTelemetry's own convention. */
  private static final String MESSAGE = "otel.status_description";

  private static final List<String> INSTANCE =
      List.of("service.instance.id", "k8s.pod.name", "host.name");

  Tags {
    attributes = Map.copyOf(attributes);
  }

  static Tags of(JsonNode span) {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, JsonNode> tag : span.path("tags").properties()) {
      if (found.size() < MAX_ATTRIBUTES && tag.getValue().isString()) {
        found.put(cut(tag.getKey()), cut(tag.getValue().stringValue()));
      }
    }
    String peer = cut(span.path("remoteEndpoint").path("serviceName").stringValue(""));
    if (!peer.isEmpty()) {
      found.putIfAbsent("peer.service", peer);
    }
    String version = found.remove("service.version");
    return new Tags(found, takeError(found), version);
  }

  Optional<String> instance() {
    return INSTANCE.stream()
        .filter(attributes::containsKey)
        .findFirst()
        .map(key -> attributes.getOrDefault(key, ""));
  }

  Tags with(Tags other) {
    Map<String, String> all = new TreeMap<>(other.attributes);
    all.putAll(attributes);
    return new Tags(all, error || other.error, version == null ? other.version : version);
  }

  /** A tag {@code error}, whatever it says but "false"; its text is the status message. */
  private static boolean takeError(Map<String, String> found) {
    String error = found.remove("error");
    boolean failed = "ERROR".equals(found.remove("otel.status_code"));
    boolean tagged = error != null && !error.equals("false");
    if (tagged && !error.isEmpty() && !error.equals("true")) {
      found.putIfAbsent(MESSAGE, error);
    }
    return failed || tagged;
  }

  private static String cut(String text) {
    return ForeignText.block(text, MAX_CHARS);
  }
}
