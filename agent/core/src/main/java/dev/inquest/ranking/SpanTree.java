package dev.inquest.ranking;

import dev.inquest.analysis.SelfTimes;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One trace as a tree: children in order of their start, self times beside. */
final class SpanTree {
  private static final Comparator<Span> ORDER =
      Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId);

  private final List<Span> spans;
  private final Map<String, List<Span>> byParent;
  private final List<List<Span>> children;
  private final long[] self;
  private @Nullable Map<String, Span> byId;

  SpanTree(SampledTrace trace) {
    this.spans = trace.spans();
    this.byParent = HashMap.newHashMap(spans.size());
    for (Span span : spans) {
      if (span.parentId() != null) {
        byParent.computeIfAbsent(span.parentId(), k -> new ArrayList<>()).add(span);
      }
    }
    byParent
        .values()
        .forEach(below -> {
          if (below.size() > 1) {
            below.sort(ORDER);
          }
        });
    this.children = new ArrayList<>(spans.size());
    this.self = new long[spans.size()];
    for (int i = 0; i < self.length; i++) {
      children.add(children(spans.get(i)));
      self[i] = SelfTimes.nanos(spans.get(i), children.get(i));
    }
  }

  /** The spans above it in the same service, nearest first, itself before them. */
  List<Span> upInService(Span span) {
    List<Span> up = new ArrayList<>();
    Span at = span;
    while (at != null && at.service().equals(span.service()) && up.size() < spans.size()) {
      up.add(at);
      at = at.parentId() == null ? null : byId().get(at.parentId());
    }
    return up;
  }

  private Map<String, Span> byId() {
    Map<String, Span> known = byId;
    if (known == null) {
      known = HashMap.newHashMap(spans.size());
      for (Span span : spans) {
        known.put(span.spanId(), span);
      }
      byId = known;
    }
    return known;
  }

  List<Span> spans() {
    return spans;
  }

  List<Span> children(Span span) {
    return byParent.getOrDefault(span.spanId(), List.of());
  }

  /** Those of the span with that index. */
  List<Span> children(int index) {
    return children.get(index);
  }

  /** Self time in seconds of the span with that index. */
  double selfSeconds(int index) {
    return self[index] / 1e9;
  }

  /**
   * The first child in another service that the span with that index waited for; null where there
   * is none.
   */
  @Nullable Span callee(int index) {
    Span span = spans.get(index);
    for (Span child : children(index)) {
      if (!child.service().equals(span.service()) && child.startNanos() < span.endNanos()) {
        return child;
      }
    }
    return null;
  }
}
