package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** What the tests of this package share. */
final class Zipkins {
  private Zipkins() {}

  static ZipkinTraceSource source(URI url, int tracesPerQuery, int maxQueries) {
    return source(url, tracesPerQuery, maxQueries, Duration.ofSeconds(10));
  }

  static ZipkinTraceSource source(URI url, int tracesPerQuery, int maxQueries, Duration timeout) {
    ZipkinProperties properties =
        new ZipkinProperties(
            url,
            "s3cret-token",
            null,
            null,
            null,
            tracesPerQuery,
            maxQueries,
            1_000,
            4,
            timeout,
            Duration.ofSeconds(60),
            DataSize.ofMegabytes(1));
    return new ZipkinTraceSource(
        properties, new Guarded("zipkin", properties.limits(), CallListener.NONE));
  }

  static Span span(String trace, String id, @Nullable String parent, String service, long micros) {
    return new Span(
        trace,
        id,
        parent,
        service,
        null,
        null,
        "work",
        SpanKind.INTERNAL,
        micros * 1_000,
        5_000_000,
        false,
        Map.of());
  }

  static Span lasting(Span span, long nanos) {
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentId(),
        span.service(),
        span.instance(),
        span.version(),
        span.operation(),
        span.kind(),
        span.startNanos(),
        nanos,
        span.error(),
        span.attributes());
  }
}
