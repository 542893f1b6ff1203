package dev.inquest.analysis;

import dev.inquest.analysis.AttributeContrast.Separating;
import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.evidence.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The slow and the fast spans of one operation, by what they carry. Not thread-safe. */
final class SlowAndFast {
  /** OpenTelemetry's names for what a span holds beside its attributes. */
  private static final String INSTANCE = "service.instance.id";

  private static final String VERSION = "service.version";

  /** An attribute with more values than this names requests, not sorts of them. */
  private static final int MAX_VALUES = 40;

  /** Attributes beyond these, in order of their names, are not tested. */
  private static final int MAX_ATTRIBUTES = 64;

  private final Changed operation;
  private final Weights slow = new Weights();
  private final Weights fast = new Weights();
  private final SortedMap<String, SortedMap<String, Carried>> attributes = new TreeMap<>();
  private final SortedMap<String, NumbersCarried> numbers = new TreeMap<>();

  /** How much of the sample, and how unevenly weighted. */
  private static final class Weights {
    int spans;
    double total;
    double squares;

    void add(double weight) {
      spans++;
      total += weight;
      squares += weight * weight;
    }

    /** Equally weighted spans that it is worth (Kish, 1965). */
    double effective() {
      return squares == 0 ? 0 : total * total / squares;
    }
  }

  /** Weights of the spans that carry one value. */
  private static final class Carried {
    double slow;
    double fast;
  }

  SlowAndFast(Changed operation) {
    this.operation = operation;
  }

  String service() {
    return operation.service();
  }

  String operation() {
    return operation.operation();
  }

  boolean isOf(Span span) {
    return span.operation().equals(operation.operation())
        && span.service().equals(operation.service());
  }

  void add(Span span, double selfSeconds, double weight) {
    boolean isSlow = selfSeconds > operation.self().beforeP95();
    (isSlow ? slow : fast).add(weight);
    span.attributes()
        .forEach((attribute, value) -> {
          carry(attribute, value, isSlow, weight);
          numbers
              .computeIfAbsent(attribute, k -> new NumbersCarried())
              .add(value, span.startNanos(), weight, isSlow);
        });
    if (span.instance() != null) {
      carry(INSTANCE, span.instance(), isSlow, weight);
    }
    if (span.version() != null) {
      carry(VERSION, span.version(), isSlow, weight);
    }
  }

  private void carry(String attribute, String value, boolean isSlow, double weight) {
    SortedMap<String, Carried> values = attributes.computeIfAbsent(attribute, k -> new TreeMap<>());
    if (values.size() > MAX_VALUES && !values.containsKey(value)) {
      return;
    }
    Carried carried = values.computeIfAbsent(value, k -> new Carried());
    carried.slow += isSlow ? weight : 0;
    carried.fast += isSlow ? 0 : weight;
  }

  /** Every value that could separate, each with its unadjusted p-value. */
  List<Separating> tested() {
    List<Separating> tested = new ArrayList<>();
    if (slow.spans < AttributeContrast.MIN_SPANS || fast.spans < AttributeContrast.MIN_SPANS) {
      return tested;
    }
    attributes.entrySet().stream()
        .filter(each -> each.getValue().size() <= MAX_VALUES)
        .limit(MAX_ATTRIBUTES)
        .forEach(each ->
            each.getValue()
                .forEach((value, carried) -> tested.add(test(each.getKey(), value, carried))));
    numbers.entrySet().stream()
        .filter(each -> each.getValue().compared())
        .limit(MAX_ATTRIBUTES)
        .forEach(each -> tested.add(test(each.getKey(), each.getValue())));
    return tested;
  }

  private Separating test(String attribute, String value, Carried carried) {
    double ofSlow = carried.slow / slow.total;
    double ofFast = carried.fast / fast.total;
    double pValue = Proportions.pValue(ofSlow, slow.effective(), ofFast, fast.effective());
    return separating(attribute, value, ofSlow, ofFast, pValue);
  }

  private Separating test(String attribute, NumbersCarried carried) {
    NumbersCarried.Cut cut = carried.cut(slow.total, fast.total);
    return separating(
        attribute, cut.value(), cut.slow() / slow.total, cut.fast() / fast.total, cut.pValue());
  }

  private Separating separating(
      String attribute, String value, double ofSlow, double ofFast, double pValue) {
    return new Separating(
        operation.service(),
        operation.operation(),
        attribute,
        value,
        ofSlow,
        ofFast,
        slow.spans,
        fast.spans,
        pValue);
  }
}
