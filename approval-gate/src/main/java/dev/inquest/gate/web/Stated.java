package dev.inquest.gate.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the agent states, in the reader's order: the verdict, what speaks for it, what against. */
record Stated(String verdict, List<ProposalView.Line> lines, List<ProposalView.Line> against) {
  /** First these, in this order, then the rest by name. */
  private static final List<String> ORDER = List.of("cause", "confidence", "impact", "facts");

  private static final Set<String> AGAINST =
      Set.of(
          "against",
          "ruled_out",
          "not_checked",
          "not-checked",
          "missing",
          "runner_up",
          "runner-up");

  static Stated of(Map<String, String> stated) {
    return new Stated(
        stated.getOrDefault("verdict", "Act: a change is proposed."),
        lines(stated, false),
        lines(stated, true));
  }

  private static List<ProposalView.Line> lines(Map<String, String> stated, boolean against) {
    return stated.entrySet().stream()
        .filter(each -> !each.getKey().equals("verdict"))
        .filter(each -> AGAINST.contains(each.getKey()) == against)
        .sorted(
            Comparator.comparingInt((Map.Entry<String, String> each) -> rank(each.getKey()))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(ProposalView.Line::of)
        .toList();
  }

  private static int rank(String key) {
    int known = ORDER.indexOf(key);
    return known < 0 ? ORDER.size() : known;
  }
}
