package dev.inquest.analysis;

import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Time a span spent itself: its duration without the union of its children's, clipped to it. */
public final class SelfTimes {
  private static final Comparator<Span> ORDER =
      Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId);

  private SelfTimes() {}

  /** Self time in nanoseconds of every span of a trace, in the order given. */
  public static long[] nanos(List<Span> spans) {
    Map<String, List<Span>> children = new HashMap<>();
    for (Span span : spans) {
      if (span.parentId() != null) {
        children.computeIfAbsent(span.parentId(), k -> new ArrayList<>()).add(span);
      }
    }
    long[] self = new long[spans.size()];
    for (int i = 0; i < self.length; i++) {
      Span span = spans.get(i);
      List<Span> below = children.getOrDefault(span.spanId(), List.of());
      self[i] = nanos(span, below.size() < 2 ? below : below.stream().sorted(ORDER).toList());
    }
    return self;
  }

  /**
   * Of one span.
   *
   * @param children in order of their start
   */
  public static long nanos(Span span, List<Span> children) {
    return span.durationNanos() - covered(span, children);
  }

  private static long covered(Span span, List<Span> children) {
    long covered = 0;
    long reached = span.startNanos();
    for (Span child : children) {
      long from = Math.max(reached, child.startNanos());
      long to = Math.min(span.endNanos(), child.endNanos());
      if (to > from) {
        covered += to - from;
        reached = to;
      }
    }
    return covered;
  }
}
