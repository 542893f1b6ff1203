package dev.inquest.investigation;

import dev.inquest.analysis.AttributeContrast.Separating;
import dev.inquest.analysis.OperationComparison.Changed;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down an operation's self time before and after. */
final class OperationFacts {
  private OperationFacts() {}

  static OperationShift write(
      Changed c, List<Separating> separating, List<String> from, EvidenceBook book) {
    Evidence evidence =
        book.computed(
            EvidenceKind.TRACE_SHIFT,
            "mann-whitney of weighted self time over "
                + String.join(",", from)
                + " "
                + c.service()
                + " "
                + c.operation(),
            sentence(c),
            from,
            facts(c));
    return new OperationShift(
        evidence.id(),
        c.service(),
        c.operation(),
        c.self().beforeP50(),
        c.self().afterP50(),
        c.self().beforeP95(),
        c.self().afterP95(),
        c.errorsBefore(),
        c.errorsAfter(),
        c.spansBefore(),
        c.spansAfter(),
        c.pValue(),
        separating.stream()
            .filter(s -> s.service().equals(c.service()) && s.operation().equals(c.operation()))
            .map(s -> AttributeFacts.write(s, from, book))
            .toList());
  }

  private static String sentence(Changed c) {
    String what = Sentences.plain(c.operation()) + " in " + Sentences.plain(c.service());
    if (c.spansBefore() == 0) {
      return what + " is new and spends " + Figures.seconds(c.self().afterP50()) + " (median)";
    }
    return what
        + " spends "
        + Figures.seconds(c.self().afterP50())
        + " itself (median), before "
        + Figures.seconds(c.self().beforeP50());
  }

  private static Map<String, String> facts(Changed c) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("service", c.service());
    facts.put("operation", c.operation());
    facts.put("before_p50_s", Double.toString(c.self().beforeP50()));
    facts.put("after_p50_s", Double.toString(c.self().afterP50()));
    facts.put("before_p95_s", Double.toString(c.self().beforeP95()));
    facts.put("after_p95_s", Double.toString(c.self().afterP95()));
    facts.put("errors_before", Figures.three(c.errorsBefore()));
    facts.put("errors_after", Figures.three(c.errorsAfter()));
    facts.put("spans_before", Integer.toString(c.spansBefore()));
    facts.put("spans_after", Integer.toString(c.spansAfter()));
    facts.put("impact_s_per_trace", Figures.three(c.impactSeconds()));
    facts.put("p_value", Figures.three(c.pValue()));
    facts.put("unit", "s");
    return facts;
  }
}
