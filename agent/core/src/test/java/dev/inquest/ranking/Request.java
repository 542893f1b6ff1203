package dev.inquest.ranking;

import dev.inquest.evidence.LogRecord;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request, made by hand: spans and logs in the order they are given. Times in milliseconds. */
final class Request {
  private final Scene scene;
  private final String id;
  private final long begin;
  private final List<Span> spans = new ArrayList<>();

  Request(Scene scene, int number, Instant at) {
    this.scene = scene;
    this.id = String.format("%032x", number + 1);
    this.begin = at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }

  /** A span, from an offset to another; the name of the returned span is its id. */
  String span(@Nullable String parent, String service, String operation, double from, double to) {
    String span = id.substring(24) + String.format("%08x", spans.size() + 1);
    spans.add(
        new Span(
            id,
            span,
            parent,
            service,
            service + "-1",
            null,
            operation,
            SpanKind.SERVER,
            begin + (long) (from * 1e6),
            (long) ((to - from) * 1e6),
            false,
            Map.of()));
    return span;
  }

  void log(String span, String service, double at, int severity, String body) {
    scene.logs.add(
        new LogRecord(
            Instant.ofEpochSecond(0, begin + (long) (at * 1e6)),
            service,
            service + "-1",
            null,
            severity,
            body,
            id,
            span,
            Map.of()));
  }

  void end() {
    scene.traces.add(new SampledTrace(spans, 1, "all"));
  }
}
