package dev.inquest.analysis;

import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the slow spans of an operation have in common that its fast ones have not: one tenant, one
 * instance, one store behind it. Both sides are of after the moment, so that it is a difference
 * between requests and not between then and now.
 *
 * <p>Slow is a span whose self time exceeds the 95th percentile of before. For each value of each
 * attribute the weighted shares of slow and of fast spans that carry it are compared (two
 * proportions, Agresti and Caffo, 2000; Benjamini and Hochberg over all that were compared). Where
 * the values are numbers, it is also asked whether the slow ones' are larger or smaller, and from
 * which bound on. How well it parts them is the difference of the two shares (Youden, 1950, Cancer
 * 3, 32-35).
 */
public final class AttributeContrast {
  /** Operations that are looked at: those that lost most time. */
  static final int MAX_OPERATIONS = 5;

  /** With fewer slow or fewer fast spans nothing can be told. */
  static final int MIN_SPANS = 8;

  /** What is told of one operation. */
  private static final int MAX_TOLD = 2;

  /** Youden's index that makes a value worth a reader's time. */
  private static final double MIN_DIFFERENCE = 0.3;

  private AttributeContrast() {}

  /**
   * A value that slow spans of an operation carry more often than fast ones.
   *
   * @param value as it stands in the spans, or a bound: {@code at least 1200}
   * @param slowShare weighted share of the slow spans that carry it, in [0, 1]
   * @param slow how many slow spans were sampled, whether or not they carry it
   * @param pValue after Benjamini and Hochberg
   */
  public record Separating(
      String service,
      String operation,
      String attribute,
      String value,
      double slowShare,
      double fastShare,
      int slow,
      int fast,
      double pValue) {
    /** Youden's index. */
    double difference() {
      return slowShare - fastShare;
    }
  }

  /**
   * What separates, by operation as given and the clearest first.
   *
   * @param changed of the same traces
   * @param firstAfter of spans that start earlier nothing is told
   */
  public static List<Separating> find(
      List<SampledTrace> traces, List<Changed> changed, Instant firstAfter, double maxPValue) {
    List<SlowAndFast> compared =
        changed.stream()
            .filter(c -> c.impactSeconds() > 0 && c.spansBefore() >= MIN_SPANS)
            .limit(MAX_OPERATIONS)
            .map(SlowAndFast::new)
            .toList();
    if (compared.isEmpty()) {
      return List.of();
    }
    long after = OperationComparison.nanos(firstAfter);
    traces.stream()
        .filter(trace -> trace.spans().getFirst().startNanos() >= after)
        .forEach(trace -> add(trace, compared));
    return significant(compared, maxPValue);
  }

  private static void add(SampledTrace trace, List<SlowAndFast> compared) {
    List<Span> spans = trace.spans();
    if (spans.stream().noneMatch(span -> compared.stream().anyMatch(c -> c.isOf(span)))) {
      return;
    }
    long[] self = SelfTimes.nanos(spans);
    for (int i = 0; i < self.length; i++) {
      for (SlowAndFast each : compared) {
        if (each.isOf(spans.get(i))) {
          each.add(spans.get(i), self[i] / 1e9, trace.weight());
        }
      }
    }
  }

  private static List<Separating> significant(List<SlowAndFast> compared, double maxPValue) {
    List<Separating> tested = compared.stream().flatMap(c -> c.tested().stream()).toList();
    double[] adjusted =
        BenjaminiHochberg.adjust(tested.stream().mapToDouble(Separating::pValue).toArray());
    List<Separating> found = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] <= maxPValue && tested.get(i).difference() >= MIN_DIFFERENCE) {
        found.add(withPValue(tested.get(i), adjusted[i]));
      }
    }
    return compared.stream().flatMap(c -> clearest(c, found).stream()).toList();
  }

  private static List<Separating> clearest(SlowAndFast of, List<Separating> found) {
    return found.stream()
        .filter(s -> s.service().equals(of.service()) && s.operation().equals(of.operation()))
        .sorted(
            Comparator.comparingDouble((Separating s) -> -s.difference())
                .thenComparing(Separating::attribute)
                .thenComparing(Separating::value))
        .limit(MAX_TOLD)
        .toList();
  }

  private static Separating withPValue(Separating s, double pValue) {
    return new Separating(
        s.service(),
        s.operation(),
        s.attribute(),
        s.value(),
        s.slowShare(),
        s.fastShare(),
        s.slow(),
        s.fast(),
        pValue);
  }
}
