package dev.inquest.analysis;

import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Self time and failures of every operation before and after a moment, from sampled traces. */
public final class OperationComparison {
  /** With fewer spans after the moment an operation is not compared. */
  public static final int MIN_SPANS = 8;

  private static final double MIN_CHANGE = 0.2;
  private static final double MIN_ERROR_CHANGE = 0.01;

  private final Map<Operation, Sides> operations = new HashMap<>();
  private double tracesBefore;
  private double tracesAfter;

  private record Operation(String service, String name) {}

  private static final class Sides {
    final String service;
    final String operation;
    final Sample before = new Sample();
    final Sample after = new Sample();
    final Sample errorsBefore = new Sample();
    final Sample errorsAfter = new Sample();

    Sides(Operation operation) {
      this.service = operation.service();
      this.operation = operation.name();
    }
  }

  /**
   * An operation that changed.
   *
   * @param self of the time spent in the operation itself, in seconds
   * @param impactSeconds change of that time per trace, mean, weighted
   * @param pValue after Benjamini and Hochberg
   */
  public record Changed(
      String service,
      String operation,
      Self self,
      double errorsBefore,
      double errorsAfter,
      int spansBefore,
      int spansAfter,
      double impactSeconds,
      double pValue) {}

  /** Sample quantiles in seconds; 0 before where there was no such span. */
  public record Self(double beforeP50, double afterP50, double beforeP95, double afterP95) {}

  private OperationComparison() {}

  /**
   * Operations that changed, the greatest increase of time per trace first.
   *
   * @param lastBefore spans that start later and before {@code firstAfter} count on neither side
   */
  public static List<Changed> changed(
      List<SampledTrace> traces, Instant lastBefore, Instant firstAfter, double maxPValue) {
    OperationComparison comparison = new OperationComparison();
    long before = nanos(lastBefore);
    long after = nanos(firstAfter);
    traces.forEach(trace -> comparison.add(trace, before, after));
    return comparison.changed(maxPValue);
  }

  private void add(SampledTrace trace, long lastBefore, long firstAfter) {
    long start = trace.spans().getFirst().startNanos();
    boolean before = start <= lastBefore;
    if (!before && start < firstAfter) {
      return;
    }
    tracesBefore += before ? trace.weight() : 0;
    tracesAfter += before ? 0 : trace.weight();
    long[] self = SelfTimes.nanos(trace.spans());
    for (int i = 0; i < self.length; i++) {
      Span span = trace.spans().get(i);
      Sides sides =
          operations.computeIfAbsent(new Operation(span.service(), span.operation()), Sides::new);
      double seconds = self[i] / 1e9;
      (before ? sides.before : sides.after).add(seconds, trace.weight());
      (before ? sides.errorsBefore : sides.errorsAfter).add(span.error() ? 1 : 0, trace.weight());
    }
  }

  private List<Changed> changed(double maxPValue) {
    List<Sides> tested =
        operations.values().stream()
            .filter(s -> s.after.size() >= MIN_SPANS && tracesBefore > 0)
            .sorted(Comparator.comparing((Sides s) -> s.service).thenComparing(s -> s.operation))
            .toList();
    double[] adjusted =
        BenjaminiHochberg.adjust(tested.stream().mapToDouble(this::pValue).toArray());
    List<Changed> changed = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      Changed candidate = describe(tested.get(i), adjusted[i]);
      if (adjusted[i] <= maxPValue && material(candidate)) {
        changed.add(candidate);
      }
    }
    changed.sort(
        Comparator.comparingDouble((Changed c) -> -c.impactSeconds())
            .thenComparing(Changed::service)
            .thenComparing(Changed::operation));
    return changed;
  }

  /** The smaller of the tests on self time and on failures, doubled: two were made. */
  private double pValue(Sides s) {
    if (s.before.size() < MIN_SPANS) {
      return newOperation(s);
    }
    double times = s.before.pValue(s.after);
    double errors = s.errorsBefore.sharePValue(s.errorsAfter);
    return Math.min(1, 2 * Math.min(times, errors));
  }

  private double newOperation(Sides s) {
    return Proportions.pValue(
        Math.min(1, s.before.total() / tracesBefore),
        Math.max(1, tracesBefore),
        Math.min(1, s.after.total() / Math.max(1, tracesAfter)),
        Math.max(1, tracesAfter));
  }

  private Changed describe(Sides s, double pValue) {
    double before = s.before.mean() * s.before.total() / Math.max(1, tracesBefore);
    double after = s.after.mean() * s.after.total() / Math.max(1, tracesAfter);
    return new Changed(
        s.service,
        s.operation,
        new Self(
            s.before.quantile(0.5),
            s.after.quantile(0.5),
            s.before.quantile(0.95),
            s.after.quantile(0.95)),
        s.errorsBefore.mean(),
        s.errorsAfter.mean(),
        s.before.size(),
        s.after.size(),
        after - before,
        pValue);
  }

  private static boolean material(Changed c) {
    Self self = c.self();
    boolean slower =
        Math.abs(self.afterP50() - self.beforeP50()) > MIN_CHANGE * self.beforeP50()
            || Math.abs(self.afterP95() - self.beforeP95()) > MIN_CHANGE * self.beforeP95();
    return slower || Math.abs(c.errorsAfter() - c.errorsBefore()) >= MIN_ERROR_CHANGE;
  }

  static long nanos(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
  }
}
