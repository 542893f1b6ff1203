package dev.inquest.app.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the spans of the traces that were drawn; a span sent twice counts once. */
final class SpanCollector {
  private final Set<Long> drawn;
  private final int maxSpans;
  private final int maxSpansATrace;
  private final Map<Long, List<Span>> spans = new HashMap<>();
  private final Map<Long, Set<String>> ids = new HashMap<>();
  private int total;
  private int leftOut;

  SpanCollector(Set<Long> drawn, int maxSpans, int maxSpansATrace) {
    this.drawn = Set.copyOf(drawn);
    this.maxSpans = maxSpans;
    this.maxSpansATrace = maxSpansATrace;
  }

  void read(Frame frame) throws InvalidProtocolBufferException {
    boolean[] holds = {false};
    TraceDigest.read(
        frame.digest(),
        (trace, start, duration, error, root, service) -> holds[0] |= drawn.contains(trace));
    if (holds[0]) {
      SpanReading.read(frame.body(), drawn::contains, this::add);
    }
  }

  private void add(Span span) {
    long trace =
        Mix.of(
            Long.parseUnsignedLong(span.traceId(), 0, 16, 16),
            Long.parseUnsignedLong(span.traceId(), 16, 32, 16));
    List<Span> known = spans.computeIfAbsent(trace, ignored -> new ArrayList<>());
    if (total >= maxSpans || known.size() >= maxSpansATrace) {
      leftOut++;
    } else if (ids.computeIfAbsent(trace, ignored -> new HashSet<>()).add(span.spanId())) {
      known.add(span);
      total++;
    }
  }

  /** By trace; none is empty. */
  Map<Long, List<Span>> spans() {
    spans.values().removeIf(List::isEmpty);
    return spans;
  }

  List<String> warnings() {
    return leftOut == 0 ? List.of() : List.of(leftOut + " spans of drawn traces were left out");
  }
}
