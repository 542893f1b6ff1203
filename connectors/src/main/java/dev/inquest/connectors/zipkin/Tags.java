package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.resilience.ForeignText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a span's tags say, by the names OpenTelemetry's and Brave's exporters give them.
 *
 * @param attributes the others, at most {@value #MAX_ATTRIBUTES}
 * @param instance by its own id, else by its pod, else by its host
 */
record Tags(
    Map<String, String> attributes,
    boolean error,
    @Nullable String instance,
    @Nullable String version) {
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
    String instance = takeInstance(found);
    boolean error = takeError(found);
    return new Tags(found, error, instance, version);
  }

  Tags with(Tags other) {
    Map<String, String> all = new TreeMap<>(other.attributes);
    all.putAll(attributes);
    return new Tags(
        all,
        error || other.error,
        instance == null ? other.instance : instance,
        version == null ? other.version : version);
  }

  /** They tell of the process, not of the span: all go. */
  private static @Nullable String takeInstance(Map<String, String> found) {
    return INSTANCE.stream()
        .map(found::remove)
        .filter(Objects::nonNull)
        .reduce((first, later) -> first)
        .orElse(null);
  }

  /** A tag {@code error}, whatever it says but "false"; its text is the status message. */
  private static boolean takeError(Map<String, String> found) {
    String error = found.remove("error");
    boolean failed = "ERROR".equals(found.remove("otel.status_code"));
    if (error == null || error.equals("false")) {
      return failed;
    }
    if (!error.isEmpty() && !error.equals("true")) {
      found.putIfAbsent(MESSAGE, error);
    }
    return true;
  }

  private static String cut(String text) {
    return ForeignText.block(text, MAX_CHARS);
  }
}
