package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.LogRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One OTLP log record while it is being read: all but its resource. */
final class LogReading {
  private static final long NANOS_IN_SECOND = 1_000_000_000L;
  private static final int MAX_SEVERITY = 24;

  private final JsonCursor cursor;
  private long nanos;
  private long observedNanos;
  private int severity;
  private String body = "";
  private @Nullable String traceId;
  private @Nullable String spanId;
  private Map<String, String> attributes = Map.of();

  private LogReading(JsonCursor cursor) {
    this.cursor = cursor;
  }

  /** A time of 0 or before 1970 is none: so do senders write that they do not know it. */
  static LogReading read(JsonCursor cursor, SpanTimes spans) {
    LogReading reading = new LogReading(cursor);
    cursor.fields(reading::field);
    if (reading.nanos <= 0) {
      reading.nanos = reading.observedNanos;
    }
    if (reading.nanos <= 0) {
      reading.nanos = spans.startNanos(reading.traceId, reading.spanId);
    }
    if (reading.nanos <= 0 && spans.areAll()) {
      throw cursor.malformed("a log record has no time, and no span of the case dates it");
    }
    return reading;
  }

  /** Empty where its time is that of a span that was not kept. */
  Optional<LogRecord> record(OtlpResource resource) {
    return nanos <= 0
        ? Optional.empty()
        : Optional.of(
            new LogRecord(
                Instant.ofEpochSecond(nanos / NANOS_IN_SECOND, nanos % NANOS_IN_SECOND),
                resource.service(),
                resource.instance(),
                resource.version(),
                severity,
                body,
                traceId,
                spanId,
                attributes));
  }

  private void field(String name) {
    switch (name) {
      case "timeUnixNano" -> nanos = cursor.integer();
      case "observedTimeUnixNano" -> observedNanos = cursor.integer();
      case "severityNumber" -> severity = Math.clamp(cursor.integer(), 0, MAX_SEVERITY);
      case "body" -> body = OtlpAttributes.anyValue(cursor);
      case "attributes" -> attributes = OtlpAttributes.read(cursor);
      case "traceId" -> traceId = id();
      case "spanId" -> spanId = id();
      default -> cursor.skip();
    }
  }

  private @Nullable String id() {
    String text = cursor.textOrNull();
    return text == null || text.isEmpty() ? null : cursor.recent(text);
  }
}
