package dev.inquest.ranking;

import dev.inquest.analysis.SelfTimes;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One trace as a tree: children in order of their start, self times beside. */
final class SpanTree {
  private static final Comparator<Span> ORDER =
      Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId);

  private final List<Span> spans;
  private final Map<String, List<Span>> children = new HashMap<>();
  private final Map<String, Span> byId = new HashMap<>();
  private final long[] self;

  SpanTree(SampledTrace trace) {
    this.spans = trace.spans();
    for (Span span : spans) {
      byId.put(span.spanId(), span);
      if (span.parentId() != null) {
        children.computeIfAbsent(span.parentId(), k -> new ArrayList<>()).add(span);
      }
    }
    children.values().forEach(below -> below.sort(ORDER));
    this.self = SelfTimes.nanos(spans);
  }

  /** The spans above it in the same service, nearest first, itself before them. */
  List<Span> upInService(Span span) {
    List<Span> up = new ArrayList<>();
    Span at = span;
    while (at != null && at.service().equals(span.service()) && up.size() < spans.size()) {
      up.add(at);
      at = at.parentId() == null ? null : byId.get(at.parentId());
    }
    return up;
  }

  List<Span> spans() {
    return spans;
  }

  List<Span> children(Span span) {
    return children.getOrDefault(span.spanId(), List.of());
  }

  /** Self time in seconds of the span with that index. */
  double selfSeconds(int index) {
    return self[index] / 1e9;
  }

  /** The first child in another service that the span waited for; itself where there is none. */
  Span callee(Span span) {
    for (Span child : children(span)) {
      if (!child.service().equals(span.service()) && child.startNanos() < span.endNanos()) {
        return child;
      }
    }
    return span;
  }
}
