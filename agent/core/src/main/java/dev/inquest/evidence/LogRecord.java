package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One log record; all text is untrusted.
 *
 * @param severity OpenTelemetry's severity number, 1 to 24; 0 where unknown (9 INFO, 13 WARN, 17
 *     ERROR)
 */
public record LogRecord(
    Instant at,
    String service,
    @Nullable String instance,
    @Nullable String version,
    int severity,
    String body,
    @Nullable String traceId,
    @Nullable String spanId,
    Map<String, String> attributes) {
  public LogRecord {
    requireNonNull(at, "at");
    requireNonNull(service, "service");
    requireNonNull(body, "body");
    attributes = Map.copyOf(attributes);
  }
}
