package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.resilience.ForeignText;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One span as Zipkin holds it: the halves of a call may share an id.
 *
 * @param startMicros since the epoch; 0 where the other half has the time
 */
record RawSpan(
    String traceId,
    String id,
    @Nullable String parentId,
    SpanKind kind,
    String service,
    @Nullable String instance,
    String operation,
    long startMicros,
    long durationMicros,
    Tags tags) {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{1,32}");
  private static final int MAX_NAME_CHARS = 2_048;

  /** Later than any clock, and far from an overflow in nanoseconds. */
  private static final long MAX_MICROS = Long.MAX_VALUE / 4_000;

  /** Empty where there is no id or a time is impossible. */
  static Optional<RawSpan> of(JsonNode node) {
    String traceId = whole(id(node.path("traceId")));
    String id = id(node.path("id"));
    long start = node.path("timestamp").longValue(0);
    if (traceId == null || id == null || start < 0 || start > MAX_MICROS) {
      return Optional.empty();
    }
    JsonNode local = node.path("localEndpoint");
    Tags tags = Tags.of(node);
    return Optional.of(
        new RawSpan(
            traceId,
            id,
            id(node.path("parentId")),
            kind(node.path("kind").stringValue("")),
            text(local.path("serviceName"), "unknown"),
            tags.instance() == null ? address(local) : tags.instance(),
            text(node.path("name"), ""),
            start,
            Math.clamp(node.path("duration").longValue(0), 0, MAX_MICROS),
            tags));
  }

  boolean isServer() {
    return kind == SpanKind.SERVER;
  }

  /** Two reports of one span: the longer has its times, each its tags. */
  RawSpan merged(RawSpan other) {
    RawSpan longer = other.durationMicros > durationMicros ? other : this;
    RawSpan shorter = longer.equals(this) ? other : this;
    return longer.withTags(longer.tags.with(shorter.tags));
  }

  private RawSpan withTags(Tags all) {
    return new RawSpan(
        traceId,
        id,
        parentId,
        kind,
        service,
        instance,
        operation,
        startMicros,
        durationMicros,
        all);
  }

  RawSpan timedAs(RawSpan other) {
    return startMicros > 0
        ? this
        : new RawSpan(
            traceId,
            id,
            parentId,
            kind,
            service,
            instance,
            operation,
            other.startMicros,
            other.durationMicros,
            tags);
  }

  Span span(String ownId, @Nullable String parent) {
    Map<String, String> attributes = new TreeMap<>(tags.attributes());
    return new Span(
        traceId,
        ownId,
        parent,
        service,
        instance,
        tags.version(),
        operation,
        kind,
        startMicros * 1_000,
        durationMicros * 1_000,
        tags.error(),
        attributes);
  }

  private static @Nullable String id(JsonNode node) {
    String text = node.stringValue("").toLowerCase(Locale.ROOT);
    return ID.matcher(text).matches() ? text : null;
  }

  /** Zipkin drops a half of zeros; other systems name the same trace by all its 32 digits. */
  private static @Nullable String whole(@Nullable String traceId) {
    return traceId == null ? null : "0".repeat(32 - traceId.length()) + traceId;
  }

  private static String text(JsonNode node, String otherwise) {
    String line = ForeignText.line(node.stringValue(null), MAX_NAME_CHARS);
    return line == null ? otherwise : line;
  }

  private static @Nullable String address(JsonNode endpoint) {
    String ipv4 = ForeignText.line(endpoint.path("ipv4").stringValue(null), MAX_NAME_CHARS);
    return ipv4 != null
        ? ipv4
        : ForeignText.line(endpoint.path("ipv6").stringValue(null), MAX_NAME_CHARS);
  }

  private static SpanKind kind(String text) {
    return switch (text) {
      case "CLIENT" -> SpanKind.CLIENT;
      case "SERVER" -> SpanKind.SERVER;
      case "PRODUCER" -> SpanKind.PRODUCER;
      case "CONSUMER" -> SpanKind.CONSUMER;
      // Work inside a service has no kind here.
      default -> SpanKind.INTERNAL;
    };
  }
}
