package dev.inquest.app.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.evidence.TraceSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Samples the recorder's traces. Two passes: over the digests to draw, then over the frames that
 * hold what was drawn. Memory is bounded by the limits below, however much was recorded.
 */
public final class RecordedTraces implements TraceSource {
  private static final int MAX_TABLE_TRACES = 1 << 20;
  private static final int MAX_TRACES = 20_000;
  private static final int MAX_SPANS = 400_000;
  private static final int MAX_SPANS_A_TRACE = 1_000;

  /** Spans of a trace may arrive in requests that begin this much later. */
  private static final long TAIL_MILLIS = 60_000;

  private final Recorder recorder;

  public RecordedTraces(Recorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public String name() {
    return RecorderCheck.NAME;
  }

  @Override
  public CheckResult check() {
    return RecorderCheck.of(recorder);
  }

  @Override
  public TraceAnswer sample(TraceQuery query) {
    List<String> warnings = new ArrayList<>();
    TraceTable table = new TraceTable(MAX_TABLE_TRACES, query.seed());
    scan(query, warnings, frame -> TraceDigest.read(frame.digest(), adding(query, table)));
    TraceDraw draw = new TraceDraw(query, table, MAX_TRACES);
    Collection<Stratum> strata = draw.draw();
    warnings.addAll(draw.warnings());
    Map<Long, Stratum> drawn = new HashMap<>();
    for (Stratum stratum : strata) {
      for (long trace : stratum.traces()) {
        drawn.put(trace, stratum);
      }
    }
    Map<Long, List<Span>> spans = collect(query, drawn, warnings);
    double seen = strata.stream().mapToLong(Stratum::seen).sum() * table.weight();
    return new TraceAnswer(
        asked(query), sampled(spans, drawn, table.weight()), Math.round(seen), warnings);
  }

  private void scan(
      TraceQuery query, List<String> warnings, java.util.function.Consumer<Frame> sink) {
    FrameScan.read(
        recorder.log(Signal.TRACES),
        query.window().from().toEpochMilli(),
        query.window().to().toEpochMilli() + TAIL_MILLIS,
        warnings,
        sink);
  }

  private static TraceDigest.Visitor adding(TraceQuery query, TraceTable table) {
    return (trace, start, duration, error, root, service) ->
        table.add(
            trace,
            start,
            duration,
            error,
            root,
            query.services().isEmpty() || query.services().contains(service));
  }

  private Map<Long, List<Span>> collect(
      TraceQuery query, Map<Long, Stratum> drawn, List<String> warnings) {
    SpanCollector collector = new SpanCollector(drawn.keySet(), MAX_SPANS, MAX_SPANS_A_TRACE);
    // The first pass has told of the same segments already.
    List<String> again = new ArrayList<>();
    scan(
        query,
        again,
        frame -> {
          try {
            collector.read(frame);
          } catch (InvalidProtocolBufferException e) {
            warnings.add("a recorded request cannot be read");
          }
        });
    warnings.addAll(collector.warnings());
    return collector.spans();
  }

  private static List<SampledTrace> sampled(
      Map<Long, List<Span>> spans, Map<Long, Stratum> drawn, double thinned) {
    List<SampledTrace> traces = new ArrayList<>(spans.size());
    spans.forEach((trace, found) -> {
      Stratum stratum = drawn.get(trace);
      if (stratum != null) {
        found.sort(Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId));
        traces.add(new SampledTrace(found, stratum.weight() * thinned, stratum.name()));
      }
    });
    traces.sort(
        Comparator.comparingLong((SampledTrace t) -> t.spans().getFirst().startNanos())
            .thenComparing(t -> t.spans().getFirst().traceId()));
    return traces;
  }

  private static String asked(TraceQuery query) {
    return "recorder traces services=%s from=%s to=%s slice=%s per-stratum=%d seed=%d"
        .formatted(
            new TreeSet<>(query.services()),
            query.window().from(),
            query.window().to(),
            query.slice(),
            query.perStratum(),
            query.seed());
  }
}
