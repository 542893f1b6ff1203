package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceDraw;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Traces from Zipkin's HTTP API, read by time ({@link SliceRead}) and drawn by strata. Each HTTP
 * call passes the guard. Memory is bounded by the limits below, however much Zipkin holds.
 */
public final class ZipkinTraceSource implements TraceSource {
  private static final int MAX_TRACES = 20_000;
  private static final int MAX_SPANS = 200_000;
  private static final int BANDS = 3;

  private final ZipkinProperties properties;
  private final ZipkinClient client;

  public ZipkinTraceSource(ZipkinProperties properties, Guarded guard) {
    this.properties = properties;
    this.client = new ZipkinClient(properties, guard);
  }

  @Override
  public String name() {
    return ZipkinClient.SUBJECT;
  }

  @Override
  public CheckResult check() {
    try {
      return CheckResult.ok(client.services() + " services at " + properties.url());
    } catch (FailureException e) {
      return failed(e.failure().message());
    } catch (IOException e) {
      return failed("Zipkin cannot be reached: " + e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("the check was interrupted");
    }
  }

  @Override
  public TraceAnswer sample(TraceQuery query) {
    TracePool sound = new TracePool(MAX_SPANS, query.seed());
    TracePool failing = new TracePool(MAX_SPANS, query.seed());
    Spelling spelling = new Spelling(query.services());
    SliceRead read =
        new SliceRead(
            client,
            properties,
            query,
            (trace, cell) -> {
              List<Span> spans = spelling.of(trace);
              if (wanted(spans, query)) {
                (spans.stream().anyMatch(Span::error) ? failing : sound).add(spans, cell.weight());
              }
            });
    read.run();
    List<SampledTrace> all = new ArrayList<>();
    sound.forEach(all::add);
    failing.forEach(all::add);
    List<String> warnings = new ArrayList<>(read.warnings());
    if (sound.thinned() || failing.thinned()) {
      warnings.add("of the traces read only some are kept, at most " + MAX_SPANS + " spans");
    }
    double seen = all.stream().mapToDouble(SampledTrace::weight).sum();
    return new TraceAnswer(asked(query), drawn(query, all), Math.round(seen), warnings);
  }

  /** Failing traces are few, and two pools keep them from being thinned with the many others. */
  private static List<SampledTrace> drawn(TraceQuery query, List<SampledTrace> all) {
    long slices = 1 + query.window().length().dividedBy(query.slice());
    int room = (int) Math.max(1, MAX_TRACES / slices / BANDS);
    int perStratum = Math.min(query.perStratum(), room);
    return new TraceDraw(
            new TraceQuery(
                query.services(), query.window(), query.slice(), perStratum, query.seed()))
        .draw(all);
  }

  private static boolean wanted(List<Span> trace, TraceQuery query) {
    Instant begun = Instant.ofEpochSecond(0, trace.getFirst().startNanos());
    return query.window().contains(begun)
        && (query.services().isEmpty()
            || trace.stream().anyMatch(s -> query.services().contains(s.service())));
  }

  private String asked(TraceQuery query) {
    return "zipkin traces services=%s from=%s to=%s slice=%s per-stratum=%d seed=%d limit=%d queries=%d"
        .formatted(
            new TreeSet<>(query.services()),
            query.window().from(),
            query.window().to(),
            query.slice(),
            query.perStratum(),
            query.seed(),
            properties.tracesPerQuery(),
            properties.maxQueries());
  }

  private CheckResult failed(String problem) {
    return CheckResult.failed(
        problem,
        "See that Zipkin runs at "
            + properties.url()
            + ", and correct url, token and ca-file of inquest.connectors.zipkin.");
  }
}
