package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.LogRecord;
import java.time.Instant;
import java.util.Map;
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

  static LogReading read(JsonCursor cursor) {
    LogReading reading = new LogReading(cursor);
    cursor.fields(reading::field);
    if (reading.nanos <= 0 && reading.observedNanos <= 0) {
      throw cursor.malformed("a log record needs timeUnixNano or observedTimeUnixNano");
    }
    return reading;
  }

  LogRecord record(OtlpResource resource) {
    long at = nanos > 0 ? nanos : observedNanos;
    return new LogRecord(
        Instant.ofEpochSecond(at / NANOS_IN_SECOND, at % NANOS_IN_SECOND),
        resource.service(),
        resource.instance(),
        resource.version(),
        severity,
        body,
        traceId,
        spanId,
        attributes);
  }

  private void field(String name) {
    switch (name) {
      case "timeUnixNano" -> nanos = cursor.integer();
      case "observedTimeUnixNano" -> observedNanos = cursor.integer();
      case "severityNumber" -> severity = Math.clamp(cursor.integer(), 0, MAX_SEVERITY);
      case "body" -> body = OtlpAttributes.anyValue(cursor);
      case "attributes" -> attributes = OtlpAttributes.read(cursor);
      case "traceId" -> traceId = emptyAsNull(cursor.textOrNull());
      case "spanId" -> spanId = emptyAsNull(cursor.textOrNull());
      default -> cursor.skip();
    }
  }

  private static @Nullable String emptyAsNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
