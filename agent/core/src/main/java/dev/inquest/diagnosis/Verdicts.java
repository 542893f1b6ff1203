package dev.inquest.diagnosis;

import dev.inquest.diagnosis.Posterior.Rival;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.investigation.Gathered;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook.Conclude;
import dev.inquest.ranking.RankedNode;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When a rival may be called the cause. */
final class Verdicts {
  /** They say when and where it happened, not that it was done by this. */
  private static final Set<String> CIRCUMSTANTIAL =
      Set.of("timing", "placebo-window", "control-services", "fault-place");

  /** Causes that lie outside of what anybody here changed or runs. */
  private static final Set<CauseKind> OUTSIDE =
      Set.of(CauseKind.EXTERNAL, CauseKind.INFRASTRUCTURE, CauseKind.TRAFFIC, CauseKind.DATA);

  /**
   * Of a change that was read: the time lost in its service may be lost there for any reason. Where
   * its text cannot be had, that it is lost there is all that can be known beyond the moment.
   */
  private static final Set<String> OF_THE_PLACE = Set.of("trace-self-time", "saturation");

  /** The playbook that says how the ranking is read. */
  private static final String ORIGIN = "origin-of-failure";

  private static final Conclude DEFAULT = new Conclude(0.7, 0.35);

  private final Catalogue catalogue;

  Verdicts(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The likeliest, if it passes its playbook's threshold, nothing refutes it and something more
   * than circumstance supports it.
   */
  Optional<Rival> cause(List<Rival> ranked) {
    return ranked.stream()
        .findFirst()
        .filter(rival -> rival.probability() >= conclude(rival).threshold())
        .filter(rival -> !rival.examined().refuted())
        .filter(rival -> explained(rival.examined()));
  }

  /**
   * Whether a cause outside of the changes is the better account, where changes could be read: it
   * is pointed at, no change whose text explains what is seen weighs against it, and it is no
   * shortage of our own that may be named and that says so itself.
   */
  boolean outside(Gathered gathered, List<Rival> ranked) {
    Optional<Rival> best = ranked.stream().filter(Verdicts::pointedAt).findFirst();
    if (best.isEmpty()
        || !readable(gathered)
        || cause(ranked).filter(Verdicts::saysSo).isPresent()) {
      return false;
    }
    double outside = 0;
    double counting = 0;
    for (Rival rival : ranked) {
      boolean change = rival.examined().hypothesis().change() != null;
      if (!change || !setAside(rival.examined())) {
        counting += rival.probability();
        outside += change ? 0 : rival.probability();
      }
    }
    return outside >= conclude(best.get()).threshold() * counting;
  }

  private static boolean pointedAt(Rival rival) {
    return OUTSIDE.contains(rival.examined().hypothesis().kind())
        && rival.examined().verifications().stream()
            .filter(v -> v.test().equals("outside-signs") || v.test().equals("traffic-source"))
            .anyMatch(v -> v.outcome() instanceof Outcome.Supported);
  }

  /** Where many wait for somebody outside, something of ours is always full. */
  private static boolean saysSo(Rival rival) {
    return rival.examined().supportedBy("shortage-words");
  }

  private static boolean readable(Gathered gathered) {
    return gathered.changes().stream().anyMatch(change -> change.diff() != null);
  }

  /** A change that was read and found to explain nothing, or that is ruled out. */
  private static boolean setAside(Examined examined) {
    return examined.refuted() || (read(examined) && !explained(examined));
  }

  private static boolean read(Examined examined) {
    return examined.verifications().stream()
        .anyMatch(v -> v.test().equals("diff-mechanism") && v.facts().containsKey("mechanisms"));
  }

  /** Whether it is likely enough to be named at all. */
  boolean worthNaming(Rival rival) {
    return rival.probability() >= conclude(rival).abstainBelow();
  }

  /** The same of a ranked node. */
  boolean worthNaming(RankedNode node) {
    return node.probability() >= conclude(ORIGIN).abstainBelow();
  }

  private static boolean explained(Examined examined) {
    boolean readChange = examined.hypothesis().change() != null && read(examined);
    return examined.verifications().stream()
        .filter(v -> !readChange || !OF_THE_PLACE.contains(v.test()))
        .filter(v -> !CIRCUMSTANTIAL.contains(v.test()))
        .map(Verification::outcome)
        .anyMatch(Outcome.Supported.class::isInstance);
  }

  private Conclude conclude(Rival rival) {
    return conclude(rival.examined().hypothesis().playbook());
  }

  private Conclude conclude(String playbook) {
    return catalogue.find(playbook).map(found -> found.conclude()).orElse(DEFAULT);
  }
}
