package dev.inquest.connectors.zipkin;

import dev.inquest.evidence.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Zipkin writes names of services in lower case; those asked for get their own spelling back. */
final class Spelling {
  private final Map<String, String> byLowerCase = new TreeMap<>();

  Spelling(Set<String> services) {
    services.forEach(name -> byLowerCase.put(name.toLowerCase(Locale.ROOT), name));
    byLowerCase.entrySet().removeIf(e -> e.getKey().equals(e.getValue()));
  }

  List<Span> of(List<Span> trace) {
    return byLowerCase.isEmpty() ? trace : trace.stream().map(this::of).toList();
  }

  private Span of(Span span) {
    String known = byLowerCase.get(span.service());
    if (known == null) {
      return span;
    }
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentId(),
        known,
        span.instance(),
        span.version(),
        span.operation(),
        span.kind(),
        span.startNanos(),
        span.durationNanos(),
        span.error(),
        span.attributes());
  }
}
