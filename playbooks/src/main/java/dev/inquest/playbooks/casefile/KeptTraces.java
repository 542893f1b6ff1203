package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SampledTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces while lines are being read, in the memory of a budget however many there are: where they
 * are too many, whole traces are dropped by chance and the others weigh more.
 */
final class KeptTraces {
  /** In spans; far more than any test of traces draws from. */
  static final long BUDGET = 250_000;

  /** No one trace may spend more than this part. */
  private static final int PARTS = 8;

  private final long budget;
  private final Map<String, TraceReading> traces = new LinkedHashMap<>();
  private final Halving halving = new Halving();
  private long cost;

  KeptTraces(long budget) {
    this.budget = budget;
  }

  void add(OtlpResource resource, SpanReading span) {
    TraceReading trace = traces.get(span.traceId());
    if (trace == null) {
      long hash = Halving.hash(span.traceId());
      if (!halving.keeps(hash)) {
        return;
      }
      trace = new TraceReading(hash);
      traces.put(span.traceId(), trace);
    }
    cost += trace.add(resource, span, budget / PARTS);
    while (cost > budget) {
      thin();
    }
  }

  /** In the order of their first appearance. */
  List<SampledTrace> all() {
    return traces.values().stream().map(trace -> trace.trace((double) halving.weight())).toList();
  }

  /** What was not read as asked, in words. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!halving.isWhole()) {
      warnings.add("of the traces one in " + halving.weight() + " is read, they are so many");
    }
    long cut = traces.values().stream().filter(TraceReading::isCut).count();
    if (cut > 0) {
      warnings.add("of " + cut + " traces only the first spans are read, they have so many");
    }
    return warnings;
  }

  /** Where nothing was dropped, whatever is not found was not there. */
  boolean isWhole() {
    return halving.isWhole();
  }

  private void thin() {
    halving.halve();
    traces.values().removeIf(trace -> !halving.keeps(trace.hash()));
    cost = traces.values().stream().mapToLong(TraceReading::cost).sum();
  }
}
