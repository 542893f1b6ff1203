package dev.inquest.ranking;

import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened inside a span: it began, called, logged, ended.
 *
 * @param key what is counted
 * @param place the logging statement, where this is a log record; null else
 * @param child the span called; null else
 */
record Step(long nanos, String key, @Nullable String place, boolean error, @Nullable Span child) {
  static final String BEGIN = "begin";
  static final String END = "end";

  private static final Comparator<Step> ORDER =
      Comparator.comparingLong(Step::nanos).thenComparing(Step::key);

  /** The steps of the span with that index in order, from {@link #BEGIN} to {@link #END}. */
  static List<Step> of(int index, SpanTree tree, SpanLogs logs, StepKeys keys) {
    Span span = tree.spans().get(index);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(span.startNanos(), BEGIN, null, false, null));
    for (Span child : tree.children(index)) {
      steps.add(new Step(child.startNanos(), keys.call(span, child), null, false, child));
    }
    for (SpanLogs.Placed log : logs.of(span)) {
      LogLabels.Label label = log.label();
      steps.add(new Step(log.nanos(), keys.log(label), label.text(), label.error(), null));
    }
    if (steps.size() > 2) {
      steps.subList(1, steps.size()).sort(ORDER);
    }
    steps.add(new Step(span.endNanos(), END, null, false, null));
    return steps;
  }

  boolean isEnd() {
    return key.equals(END);
  }
}
