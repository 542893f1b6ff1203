package dev.inquest.verification;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook.HypothesisRule;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;

/** Log-likelihood ratios of tests: the playbook's, else these; bounded either way. */
final class Weights {
  /** No single test is worth more than 100 to 1. */
  static final double BOUND = StrictMath.log(100);

  private record Weight(double support, double against) {}

  private static final Weight UNKNOWN = new Weight(0.5, 1);
  private static final Map<String, Weight> DEFAULTS =
      Map.ofEntries(
          Map.entry("timing", new Weight(1.5, 4.5)),
          Map.entry("diff-mechanism", new Weight(3.5, 4.5)),
          Map.entry("word-match", new Weight(3.5, 1)),
          Map.entry("fault-place", new Weight(1.2, 2.5)),
          Map.entry("outside-signs", new Weight(4, 1)),
          Map.entry("version-split", new Weight(3, 4)),
          Map.entry("trace-self-time", new Weight(1.5, 2)),
          Map.entry("statement-shift", new Weight(3, 3.5)),
          Map.entry("shortage-words", new Weight(1.5, 1)),
          Map.entry("store-signs", new Weight(3, 2)),
          Map.entry("seq-scan-plan", new Weight(2, 2.5)),
          Map.entry("index-rehearsal", new Weight(3, 3)),
          Map.entry("traffic-source", new Weight(3, 1)),
          Map.entry("saturation", new Weight(1.5, 1.5)),
          Map.entry("placebo-window", new Weight(0.5, 1.5)),
          Map.entry("control-services", new Weight(0.5, 1)));

  private final Catalogue catalogue;

  Weights(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param told by {@link #told}
   */
  static double logLikelihoodRatio(SortedMap<String, Double> told, String test, Finding finding) {
    Weight fallback = DEFAULTS.getOrDefault(test, UNKNOWN);
    double support = told.getOrDefault(test, fallback.support());
    double against =
        told.getOrDefault(test + ".against", told.containsKey(test) ? support : fallback.against());
    return switch (finding.outcome()) {
      case Outcome.Supported s -> bounded(finding.strength() * support);
      case Outcome.Refuted r -> -bounded(finding.strength() * Math.abs(against));
      case Outcome.Untestable u -> 0;
    };
  }

  /** What its playbook's rule says that its tests weigh. */
  SortedMap<String, Double> told(Hypothesis hypothesis) {
    return catalogue
        .find(hypothesis.playbook())
        .flatMap(playbook ->
            playbook.hypotheses().stream()
                .filter(rule -> rule.tests().equals(hypothesis.tests()))
                .filter(rule -> about(rule, hypothesis.kind()))
                .findFirst())
        .map(HypothesisRule::weights)
        .orElse(Collections.emptySortedMap());
  }

  private static boolean about(HypothesisRule rule, CauseKind kind) {
    return rule.kind() == kind || (code(rule.kind()) && code(kind));
  }

  private static boolean code(CauseKind kind) {
    return kind == CauseKind.COMMIT || kind == CauseKind.DEPLOY;
  }

  private static double bounded(double ratio) {
    return Math.max(0, Math.min(BOUND, ratio));
  }
}
