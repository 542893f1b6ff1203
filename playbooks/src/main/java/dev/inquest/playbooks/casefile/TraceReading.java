package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The spans of one trace while lines are being read. */
final class TraceReading {
  /** As they come: mostly in order of time already, which makes them quick to put in order. */
  private final Map<String, Span> spans = new LinkedHashMap<>();

  private double weight;
  private double thresholdWeight = 1;
  private String stratum = "";

  void add(OtlpResource resource, SpanReading reading) {
    @Nullable String marked = reading.take(SampleMarks.WEIGHT);
    @Nullable String named = reading.take(SampleMarks.STRATUM);
    @Nullable String state = reading.take(SampleMarks.TRACE_STATE);
    if (marked != null) {
      weight = parse(marked);
    }
    if (named != null) {
      stratum = named;
    }
    thresholdWeight = Math.max(thresholdWeight, SampleMarks.weight(state));
    spans.putIfAbsent(reading.spanId(), reading.span(resource));
  }

  SampledTrace trace() {
    List<Span> ordered =
        spans.values().stream()
            .sorted(Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId))
            .toList();
    return new SampledTrace(ordered, weight >= 1 ? weight : thresholdWeight, stratum);
  }

  /** 0, so the threshold decides, where the mark is not a number of at least 1. */
  private static double parse(String marked) {
    try {
      double weight = Double.parseDouble(marked);
      return Double.isFinite(weight) ? weight : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
