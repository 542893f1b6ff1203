package dev.inquest.investigation;

import dev.inquest.analysis.AttributeContrast.Separating;
import dev.inquest.evidence.Evidence;
import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what the slow spans of an operation have in common. */
final class AttributeFacts {
  private AttributeFacts() {}

  static DistinguishingAttribute write(Separating s, List<String> from, EvidenceBook book) {
    Evidence evidence =
        book.computed(
            EvidenceKind.TRACE_SHIFT,
            "attributes of slow and fast spans over "
                + String.join(",", from)
                + " "
                + s.service()
                + " "
                + s.operation()
                + " "
                + s.attribute(),
            sentence(s),
            from,
            facts(s));
    return new DistinguishingAttribute(
        evidence.id(),
        Sentences.plain(s.attribute()),
        Sentences.plain(s.value()),
        s.slowShare(),
        s.fastShare());
  }

  private static String sentence(Separating s) {
    return percent(s.slowShare())
        + " of the slow "
        + Sentences.plain(s.operation())
        + " in "
        + Sentences.plain(s.service())
        + " carry "
        + Sentences.plain(s.attribute())
        + " "
        + Sentences.plain(s.value())
        + ", of the fast ones "
        + percent(s.fastShare());
  }

  private static String percent(double share) {
    return Figures.three(100 * share) + " %";
  }

  private static Map<String, String> facts(Separating s) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("service", s.service());
    facts.put("operation", s.operation());
    facts.put("attribute", Sentences.plain(s.attribute()));
    facts.put("value", Sentences.plain(s.value()));
    facts.put("slow_share", Figures.three(s.slowShare()));
    facts.put("fast_share", Figures.three(s.fastShare()));
    facts.put("slow_spans", Integer.toString(s.slow()));
    facts.put("fast_spans", Integer.toString(s.fast()));
    facts.put("p_value", Figures.three(s.pValue()));
    return facts;
  }
}
