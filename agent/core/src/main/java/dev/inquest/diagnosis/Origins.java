package dev.inquest.diagnosis;

import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.investigation.Sentences;
import dev.inquest.ranking.NodeRanking;
import dev.inquest.ranking.RankedNode;
import dev.inquest.verification.Examined;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The ranking's nodes as causes, beside those that hypotheses accuse. */
final class Origins {
  private static final int MAX_CAUSES = 10;

  /** Below it the ranking itself does not say where it came from. */
  private static final double LIKELY = 0.5;

  private Origins() {}

  /**
   * Whether a hypothesis that passed its tests outranks the nodes: it names what must be changed
   * back or mended, or what says itself that it ran short, or the very node that is first; or there
   * are none, or none that is likely.
   */
  static boolean yieldTo(Examined examined, NodeRanking ranking) {
    Hypothesis accused = examined.hypothesis();
    return accused.change() != null
        || accused.kind() == CauseKind.DATABASE
        || examined.supportedBy("shortage-words")
        || ranking
            .first()
            .map(n -> n.service().equals(accused.service()) || n.probability() < LIKELY)
            .orElse(true);
  }

  static List<Cause> causes(NodeRanking ranking) {
    return ranking.nodes().stream().map(Origins::cause).toList();
  }

  /** The given ones first; a node that one of them already names is not named again. */
  static List<Cause> after(List<Cause> accused, NodeRanking ranking) {
    List<Cause> all = new ArrayList<>(accused);
    for (Cause cause : causes(ranking)) {
      boolean named = accused.stream().anyMatch(a -> Objects.equals(a.service(), cause.service()));
      if (!named) {
        all.add(cause);
      }
    }
    return all.stream().limit(MAX_CAUSES).toList();
  }

  static String remediation(RankedNode node) {
    return switch (node.kind()) {
      case RESOURCE -> "relieve";
      case DATABASE -> "tune-database";
      case INFRASTRUCTURE -> "move-away";
      default -> "call-owner";
    };
  }

  private static Cause cause(RankedNode node) {
    return new Cause(
        node.service(),
        node.instance(),
        node.kind(),
        null,
        node.indicator(),
        node.probability(),
        node.reasons().stream().map(RankedNode.Reason::evidence).distinct().toList(),
        "origin " + node.service(),
        claim(node),
        node.region());
  }

  private static String claim(RankedNode node) {
    String instance =
        node.instance() == null ? "" : " (instance " + Sentences.plain(node.instance()) + ")";
    return "It came from "
        + Sentences.plain(node.service())
        + instance
        + ": its "
        + node.reasons().getFirst().aspect()
        + " shows it, and nothing it calls explains it.";
  }
}
