package dev.inquest.diagnosis;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Verification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bayes over rival hypotheses and "none of these". Two playbooks that accuse the same thing are one
 * rival, represented by the account that fares better.
 */
final class Posterior {
  /** What is left for a cause nobody thought of, before any test. */
  private static final double NONE = 0.2;

  /** Nothing is ever certain. */
  private static final double MAX = 0.99;

  /** A rival with its probability. */
  record Rival(Examined examined, double probability) {}

  private Posterior() {}

  /** The likeliest first. */
  static List<Rival> of(List<Examined> examined) {
    SortedMap<String, Examined> rivals = new TreeMap<>();
    for (Examined candidate : examined) {
      rivals.merge(
          subject(candidate.hypothesis()), candidate, (a, b) -> score(b) > score(a) + 1e-9 ? b : a);
    }
    double most =
        Math.max(
            StrictMath.log(NONE),
            rivals.values().stream().mapToDouble(Posterior::score).max().orElse(0));
    double sum = StrictMath.exp(StrictMath.log(NONE) - most);
    for (Examined rival : rivals.values()) {
      sum += StrictMath.exp(score(rival) - most);
    }
    List<Rival> ranked = new ArrayList<>();
    for (Examined rival : rivals.values()) {
      ranked.add(new Rival(rival, Math.min(MAX, StrictMath.exp(score(rival) - most) / sum)));
    }
    ranked.sort(
        Comparator.comparingDouble((Rival r) -> -r.probability())
            .thenComparing(r -> subject(r.examined().hypothesis())));
    return ranked;
  }

  private static double score(Examined examined) {
    return StrictMath.log(examined.hypothesis().prior())
        + examined.verifications().stream().mapToDouble(Verification::logLikelihoodRatio).sum();
  }

  /**
   * A service that runs short of several things, or a store that runs short and answers late, is
   * one rival: what fares best tells which.
   */
  private static String subject(Hypothesis h) {
    boolean itself =
        h.kind() == CauseKind.RESOURCE || (h.kind() == CauseKind.DATABASE && h.indicator() == null);
    if (h.change() == null && itself && h.service() != null) {
      return "what " + h.service() + " has";
    }
    return h.change() != null
        ? "change " + h.change()
        : h.kind() + " " + h.service() + " " + h.instance() + " " + h.indicator();
  }
}
