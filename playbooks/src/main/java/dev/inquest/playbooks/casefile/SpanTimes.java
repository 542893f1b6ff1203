package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When spans began: dates log records that name their span and have no time of their own, as some
 * collectors write them.
 */
final class SpanTimes {
  static final SpanTimes NONE = new SpanTimes(List.of(), true);

  private final List<SampledTrace> traces;
  private final boolean all;
  private @Nullable Map<String, Long> byId;

  /**
   * @param all whether these are all traces that there were, or a sample
   */
  SpanTimes(List<SampledTrace> traces, boolean all) {
    this.traces = traces;
    this.all = all;
  }

  boolean areAll() {
    return all;
  }

  /** Nanoseconds since the epoch: of the span, else of the trace, else 0. */
  long startNanos(@Nullable String traceId, @Nullable String spanId) {
    Map<String, Long> known = byId == null ? index() : byId;
    Long span = spanId == null ? null : known.get(spanId);
    Long trace = traceId == null ? null : known.get(traceId);
    return span != null ? span : trace != null ? trace : 0;
  }

  private Map<String, Long> index() {
    Map<String, Long> index = new HashMap<>();
    for (SampledTrace trace : traces) {
      for (Span span : trace.spans()) {
        index.merge(span.traceId(), span.startNanos(), Math::min);
        index.put(span.spanId(), span.startNanos());
      }
    }
    byId = index;
    return index;
  }
}
