package dev.inquest.kit;

import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import java.time.Instant;
import java.util.List;

/** Answers with every trace it was given that begins in the window: a sample of all. */
public record FakeTraceSource(List<SampledTrace> all) implements TraceSource {
  private static final long NANOS_IN_SECOND = 1_000_000_000L;

  public FakeTraceSource {
    all = List.copyOf(all);
  }

  @Override
  public String name() {
    return "fake-traces";
  }

  @Override
  public CheckResult check() {
    return CheckResult.ok(all.size() + " traces");
  }

  @Override
  public TraceAnswer sample(TraceQuery query) {
    List<SampledTrace> found = all.stream().filter(t -> wanted(t, query)).toList();
    return new TraceAnswer("fake " + query, found, found.size(), List.of());
  }

  private static boolean wanted(SampledTrace trace, TraceQuery query) {
    Span first = trace.spans().getFirst();
    Instant begun =
        Instant.ofEpochSecond(
            first.startNanos() / NANOS_IN_SECOND, first.startNanos() % NANOS_IN_SECOND);
    return query.window().contains(begun)
        && (query.services().isEmpty()
            || trace.spans().stream().anyMatch(s -> query.services().contains(s.service())));
  }
}
