package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One span. Ids are lower-case hex.
 *
 * @param parentId null for a root
 * @param instance {@code service.instance.id} or the pod's name, where known
 * @param version {@code service.version}, where known
 * @param startNanos since the epoch
 * @param attributes untrusted text; at most a bounded number are kept
 */
public record Span(
    String traceId,
    String spanId,
    @Nullable String parentId,
    String service,
    @Nullable String instance,
    @Nullable String version,
    String operation,
    SpanKind kind,
    long startNanos,
    long durationNanos,
    boolean error,
    Map<String, String> attributes) {
  public Span {
    requireNonNull(traceId, "traceId");
    requireNonNull(spanId, "spanId");
    requireNonNull(service, "service");
    requireNonNull(operation, "operation");
    requireNonNull(kind, "kind");
    attributes = Map.copyOf(attributes);
    if (durationNanos < 0) {
      throw new IllegalArgumentException("span " + spanId + " has a negative duration");
    }
  }

  public long endNanos() {
    return startNanos + durationNanos;
  }
}
