package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The spans of one trace while lines are being read. */
final class TraceReading {
  /** Attributes with more characters than this count as another span. */
  private static final int CHARACTERS = 512;

  private static final Comparator<Span> ORDER =
      Comparator.comparingLong(Span::startNanos).thenComparing(Span::spanId);

  /** As they come: mostly in order of time already. */
  private final List<Span> spans = new ArrayList<>();

  private final Set<String> ids = new HashSet<>();

  private final long hash;
  private long cost;
  private boolean cut;
  private double weight;
  private double thresholdWeight = 1;
  private String stratum = "";

  /**
   * @param hash of the trace's id
   */
  TraceReading(long hash) {
    this.hash = hash;
  }

  long hash() {
    return hash;
  }

  /** Whether a span found no room. */
  boolean isCut() {
    return cut;
  }

  /** In spans. */
  long cost() {
    return cost;
  }

  /**
   * A span that is there already is passed over, and so is one for which there is no room.
   *
   * @param most what all of them may cost
   * @return what this one costs
   */
  long add(OtlpResource resource, SpanReading reading, long most) {
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
    long more = 1L + reading.characters() / CHARACTERS;
    if (cost + more > most && !spans.isEmpty()) {
      cut |= !ids.contains(reading.spanId());
      return 0;
    }
    if (!ids.add(reading.spanId())) {
      return 0;
    }
    spans.add(reading.span(resource));
    cost += more;
    return more;
  }

  /**
   * @param standsFor how many traces this one stands for, of those that were read
   */
  SampledTrace trace(double standsFor) {
    if (!isInOrder(spans)) {
      spans.sort(ORDER);
    }
    return new SampledTrace(spans, standsFor * (weight >= 1 ? weight : thresholdWeight), stratum);
  }

  private static boolean isInOrder(List<Span> spans) {
    for (int i = 1; i < spans.size(); i++) {
      if (ORDER.compare(spans.get(i - 1), spans.get(i)) > 0) {
        return false;
      }
    }
    return true;
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
