package dev.inquest.topology;

import dev.inquest.evidence.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parents of a trace's spans, asked in the order of the spans. Mostly a parent is one of
 * those that began last and go on, so that a look at these spares an index of all.
 */
final class Parents {
  private final List<Span> spans;
  private final Deque<Span> ancestors = new ArrayDeque<>();
  private @Nullable Map<String, Span> byId;

  Parents(List<Span> spans) {
    this.spans = spans;
  }

  /** Null where it has none in this trace. */
  @Nullable Span of(Span span) {
    String id = span.parentId();
    while (id != null && !ancestors.isEmpty() && !ancestors.peek().spanId().equals(id)) {
      ancestors.pop();
    }
    Span parent = ancestors.peek();
    if (parent == null && id != null) {
      parent = index().get(id);
    }
    ancestors.push(span);
    return id == null ? null : parent;
  }

  private Map<String, Span> index() {
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
}
