package dev.inquest.ranking;

import dev.inquest.evidence.EvidenceBook;
import dev.inquest.evidence.EvidenceKind;
import dev.inquest.investigation.Figures;
import dev.inquest.investigation.Sentences;
import dev.inquest.memory.Burst;
import dev.inquest.memory.Place;
import dev.inquest.memory.Recollection;
import dev.inquest.ranking.RankedNode.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes down what alarms and past incidents say for and against a place. */
final class BurstWriter {
  /** Of each sign, the weightiest. */
  private static final int MAX_FOR = 3;

  private static final int MAX_AGAINST = 1;
  private static final double LEAST = 0.05;

  private final Burst burst;
  private final List<String> cited;
  private final EvidenceBook book;

  BurstWriter(Burst burst, List<String> cited, EvidenceBook book) {
    this.burst = burst;
    this.cited = cited;
    this.book = book;
  }

  List<Reason> reasons(Recollection r) {
    List<Reason> reasons = new ArrayList<>(List.of(alarms(r)));
    List<Recollection.Reason> remembered =
        r.reasons().stream()
            .filter(x -> Math.abs(x.weight()) >= LEAST)
            .sorted(
                Comparator.comparingDouble((Recollection.Reason x) -> -Math.abs(x.weight()))
                    .thenComparing(Recollection.Reason::words))
            .toList();
    remembered.stream()
        .filter(x -> x.weight() > 0)
        .limit(MAX_FOR)
        .forEach(x -> reasons.add(memory(r.place(), x)));
    remembered.stream()
        .filter(x -> x.weight() < 0)
        .limit(MAX_AGAINST)
        .forEach(x -> reasons.add(memory(r.place(), x)));
    return reasons;
  }

  private Reason alarms(Recollection r) {
    Place place = r.place();
    int kinds = burst.kinds(place).size();
    String sentence =
        "%d kinds of alarms are about %s, of %d alarms about %d places"
            .formatted(kinds, Sentences.plain(place.id()), burst.alarms(), burst.loud());
    return write(place, "alert", sentence, r.alarms(), Map.of("kinds", String.valueOf(kinds)));
  }

  /** "Of 33 past places that …, 30 were the origin": what was counted, and what it adds here. */
  private Reason memory(Place place, Recollection.Reason x) {
    String what = Sentences.plain(x.words());
    String sentence =
        "of %d places in past incidents of which «%s» was true %d were the origin; %s %s true of %s"
            .formatted(
                x.seen(),
                what,
                x.origins(),
                x.here() ? "it" : "that",
                x.here() ? "is" : "is not",
                Sentences.plain(place.id()));
    return write(
        place,
        "memory",
        sentence,
        x.weight(),
        Map.of(
            "feature", what,
            "seen", String.valueOf(x.seen()),
            "origins", String.valueOf(x.origins())));
  }

  private Reason write(
      Place place, String aspect, String sentence, double weight, Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(more);
    facts.put("service", place.service());
    facts.put("instance", place.id());
    facts.put("weight", Figures.three(weight));
    String words = String.format(Locale.ROOT, "%s (%+.1f)", sentence, weight);
    String query = aspect + " of " + place.id() + " " + more.getOrDefault("feature", "");
    String id = book.computed(EvidenceKind.ORIGIN, query.strip(), words, cited, facts).id();
    return new Reason(id, aspect, weight, weight, 1, 0);
  }
}
