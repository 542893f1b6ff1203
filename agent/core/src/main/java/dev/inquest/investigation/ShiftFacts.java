package dev.inquest.investigation;

import dev.inquest.analysis.LevelShift;
import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.SeriesId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of a metric's shift, as a page shows them. */
final class ShiftFacts {
  private ShiftFacts() {}

  static Map<String, String> of(SeriesId id, LevelShift s, Onset onset, double pValue) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("series", id.toString());
    facts.put("before", Double.toString(s.before()));
    facts.put("after", Double.toString(s.after()));
    facts.put("effect", Figures.three(s.effect()));
    facts.put("interval", Figures.three(s.effectLow()) + " .. " + Figures.three(s.effectHigh()));
    facts.put("p_value", Figures.three(pValue));
    facts.put("onset_from", onset.from().toString());
    facts.put("onset_to", onset.to().toString());
    facts.put("unit", Figures.unit(id));
    return facts;
  }
}
