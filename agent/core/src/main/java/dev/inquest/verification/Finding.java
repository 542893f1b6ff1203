package dev.inquest.verification;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a verifier found, before a playbook's weight makes it a likelihood ratio.
 *
 * @param strength how clear it is, in [0, 1]; multiplies the weight
 */
public record Finding(
    Outcome outcome, double strength, List<String> evidence, SortedMap<String, String> facts) {
  public Finding {
    requireNonNull(outcome, "outcome");
    evidence = evidence.stream().distinct().toList();
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength is not in [0, 1]: " + strength);
    }
  }

  public static Finding supported(String sentence, double strength, List<String> evidence) {
    return new Finding(
        new Outcome.Supported(sentence), strength, evidence, Collections.emptySortedMap());
  }

  public static Finding refuted(String sentence, List<String> evidence) {
    return new Finding(new Outcome.Refuted(sentence), 1, evidence, Collections.emptySortedMap());
  }

  public static Finding untestable(String why) {
    return new Finding(new Outcome.Untestable(why), 0, List.of(), Collections.emptySortedMap());
  }

  public Finding with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(facts);
    all.putAll(more);
    return new Finding(outcome, strength, evidence, all);
  }
}
