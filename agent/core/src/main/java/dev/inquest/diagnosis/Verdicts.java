package dev.inquest.diagnosis;

import dev.inquest.diagnosis.Posterior.Rival;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook.Conclude;
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
      Set.of("timing", "placebo-window", "control-services");

  /** Of a change: the time lost in its service may be lost there for any reason. */
  private static final Set<String> OF_THE_PLACE = Set.of("trace-self-time", "saturation");

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

  /** Whether it is likely enough to be named at all. */
  boolean worthNaming(Rival rival) {
    return rival.probability() >= conclude(rival).abstainBelow();
  }

  private static boolean explained(Examined examined) {
    boolean change = examined.hypothesis().change() != null;
    return examined.verifications().stream()
        .filter(v -> !change || !OF_THE_PLACE.contains(v.test()))
        .filter(v -> !CIRCUMSTANTIAL.contains(v.test()))
        .map(Verification::outcome)
        .anyMatch(Outcome.Supported.class::isInstance);
  }

  private Conclude conclude(Rival rival) {
    return catalogue
        .find(rival.examined().hypothesis().playbook())
        .map(playbook -> playbook.conclude())
        .orElse(DEFAULT);
  }
}
