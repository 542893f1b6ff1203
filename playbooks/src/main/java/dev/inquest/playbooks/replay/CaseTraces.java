package dev.inquest.playbooks.replay;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceDraw;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The traces of a case. Those that were frozen as a sample, with their strata, are that sample;
 * others are drawn by strata here.
 */
record CaseTraces(List<SampledTrace> all, List<String> warnings) implements TraceSource {
  /** Enough for every test of traces; more would cost time and tell nothing. */
  private static final int MAX_DRAWN = 2_000;

  CaseTraces {
    all = List.copyOf(all);
    warnings = List.copyOf(warnings);
  }

  @Override
  public String name() {
    return CaseSources.NAME;
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " traces");
  }

  @Override
  public TraceAnswer sample(TraceQuery query) {
    List<SampledTrace> wanted = all.stream().filter(trace -> wanted(trace, query)).toList();
    boolean sampled = wanted.stream().anyMatch(trace -> !trace.stratum().isEmpty());
    List<SampledTrace> drawn = sampled ? wanted : new TraceDraw(query, MAX_DRAWN).draw(wanted);
    double seen = wanted.stream().mapToDouble(SampledTrace::weight).sum();
    return new TraceAnswer("traces.otlp.jsonl " + query, drawn, Math.round(seen), warnings);
  }

  private static boolean wanted(SampledTrace trace, TraceQuery query) {
    Instant begun = Instant.ofEpochSecond(0, trace.spans().getFirst().startNanos());
    return query.window().contains(begun)
        && (query.services().isEmpty() || isOfOne(trace, query.services()));
  }

  private static boolean isOfOne(SampledTrace trace, Set<String> services) {
    for (Span span : trace.spans()) {
      if (services.contains(span.service())) {
        return true;
      }
    }
    return false;
  }
}
