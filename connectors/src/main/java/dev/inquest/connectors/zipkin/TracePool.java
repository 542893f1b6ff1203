package dev.inquest.connectors.zipkin;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Traces up to so many spans. When there are more, half of the traces are put away by a seeded coin
 * of their own and the rest count double, again and again (Gibbons and Tirthapura's distinct
 * sampling, 2001); so what is kept does not depend on the order in which they came.
 */
final class TracePool {
  private record Held(List<Span> spans, double weight) {}

  private final int maxSpans;
  private final long seed;
  private final TreeMap<String, Held> held = new TreeMap<>();
  private long spans;
  private int halvings;

  TracePool(int maxSpans, long seed) {
    this.maxSpans = maxSpans;
    this.seed = seed;
  }

  /**
   * A trace that came before is not taken again.
   *
   * @param weight of the cell it lies in
   */
  void add(List<Span> trace, double weight) {
    String id = trace.getFirst().traceId();
    if (!stays(id) || held.putIfAbsent(id, new Held(trace, weight)) != null) {
      return;
    }
    spans += trace.size();
    while (spans > maxSpans && held.size() > 1 && halvings < Long.SIZE - 1) {
      halvings++;
      held.keySet().removeIf(known -> !stays(known));
      spans = held.values().stream().mapToLong(h -> h.spans().size()).sum();
    }
  }

  boolean thinned() {
    return halvings > 0;
  }

  void forEach(Consumer<SampledTrace> sink) {
    double factor = Math.scalb(1.0, halvings);
    held.values().forEach(h -> sink.accept(new SampledTrace(h.spans(), h.weight() * factor, "")));
  }

  private boolean stays(String traceId) {
    return halvings == 0
        || new SplittableRandom(seed * 31 + traceId.hashCode()).nextLong()
                >>> (Long.SIZE - halvings)
            == 0;
  }
}
