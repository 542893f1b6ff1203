package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One OTLP span while it is being read: all but its resource. */
final class SpanReading {
  /** Where a status message is kept among the attributes, by OpenTelemetry's own convention. */
  static final String STATUS_MESSAGE = "otel.status_description";

  private static final String ERROR_CODE = "2";

  private final JsonCursor cursor;
  private String traceId = "";
  private String spanId = "";
  private @Nullable String parentId;
  private String operation = "";
  private SpanKind kind = SpanKind.UNSPECIFIED;
  private long startNanos;
  private long endNanos;
  private boolean error;

  /** Made where there is one: most spans of many systems have none. */
  private Map<String, String> attributes = Map.of();

  private SpanReading(JsonCursor cursor) {
    this.cursor = cursor;
  }

  static SpanReading read(JsonCursor cursor) {
    SpanReading reading = new SpanReading(cursor);
    cursor.fields(reading::field);
    if (reading.traceId.isEmpty() || reading.spanId.isEmpty()) {
      throw cursor.malformed("a span needs traceId and spanId");
    }
    return reading;
  }

  String traceId() {
    return traceId;
  }

  String spanId() {
    return spanId;
  }

  long startNanos() {
    return startNanos;
  }

  /** In the names and values of its attributes. */
  int characters() {
    int sum = 0;
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      sum += attribute.getKey().length() + attribute.getValue().length();
    }
    return sum;
  }

  /** Takes an attribute away; null where there is none. */
  @Nullable String take(String attribute) {
    return attributes.isEmpty() ? null : attributes.remove(attribute);
  }

  /** A span that ends before it starts, as clocks may have it, is given no duration. */
  Span span(OtlpResource resource) {
    return new Span(
        traceId,
        spanId,
        parentId,
        resource.service(),
        resource.instance(),
        resource.version(),
        operation,
        kind,
        startNanos,
        Math.max(0, endNanos - startNanos),
        error,
        attributes);
  }

  private Map<String, String> attributes() {
    if (attributes.isEmpty()) {
      attributes = new TreeMap<>();
    }
    return attributes;
  }

  private void field(String name) {
    switch (name) {
      case "traceId" -> traceId = hex();
      case "spanId" -> spanId = hex();
      case "parentSpanId" -> parentId = emptyAsNull(hex());
      case "name" -> operation = cursor.name();
      case "kind" -> kind = kind(String.valueOf(cursor.textOrNull()));
      case "startTimeUnixNano" -> startNanos = cursor.integer();
      case "endTimeUnixNano" -> endNanos = cursor.integer();
      case "attributes" -> attributes().putAll(OtlpAttributes.read(cursor));
      case "traceState" -> traceState(cursor.textOrNull());
      case "status" -> cursor.fields(this::status);
      case "events" -> cursor.elements(() -> cursor.fields(this::event));
      default -> cursor.skip();
    }
  }

  private void status(String name) {
    switch (name) {
      case "code" -> {
        String code = String.valueOf(cursor.textOrNull());
        error = code.equals(ERROR_CODE) || code.equals("STATUS_CODE_ERROR");
      }
      case "message" -> {
        String message = cursor.textOrNull();
        if (message != null && !message.isEmpty()) {
          attributes().put(STATUS_MESSAGE, message);
        }
      }
      default -> cursor.skip();
    }
  }

  /** An exception's type and message are kept; other events are not. */
  private void event(String name) {
    if (name.equals("attributes")) {
      OtlpAttributes.read(cursor)
          .forEach((key, value) -> {
            if (key.equals("exception.type") || key.equals("exception.message")) {
              attributes().putIfAbsent(key, value);
            }
          });
    } else {
      cursor.skip();
    }
  }

  private void traceState(@Nullable String state) {
    if (state != null && !state.isEmpty()) {
      attributes().put(SampleMarks.TRACE_STATE, state);
    }
  }

  private String hex() {
    String text = String.valueOf(cursor.textOrNull());
    boolean legal = text.length() <= 32;
    boolean small = true;
    for (int i = 0; i < text.length() && legal; i++) {
      char c = text.charAt(i);
      boolean plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      small &= plain;
      legal = plain || (c >= 'A' && c <= 'F');
    }
    if (!legal) {
      throw cursor.malformed("not an id in hex: " + text);
    }
    return cursor.recent(small ? text : text.toLowerCase(Locale.ROOT));
  }

  private SpanKind kind(String text) {
    return OtlpSpanKind.of(text).orElseThrow(() -> cursor.malformed("not a kind of span: " + text));
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
