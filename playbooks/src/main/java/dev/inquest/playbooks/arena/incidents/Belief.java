package dev.inquest.playbooks.arena.incidents;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.playbooks.arena.CaseScore;
import dev.inquest.playbooks.casefile.Answer;
import java.util.List;

/** How much of its belief a diagnosis had in what was so, whether it said so or abstained. */
final class Belief {
  private Belief() {}

  /** From 0 to 1. */
  static double inTruth(Diagnosis diagnosis, Answer answer) {
    List<Cause> causes = diagnosis.details().causes();
    return switch (answer.verdict()) {
      case IDENTIFIED ->
          causes.stream()
              .filter(cause -> CaseScore.isOfTruth(cause, answer))
              .mapToDouble(Cause::confidence)
              .max()
              .orElse(0);
      case NO_CODE_CAUSE -> outside(diagnosis, causes);
      case HEALTHY -> CaseScore.of(diagnosis, answer).right() ? 1 : 0;
    };
  }

  private static double outside(Diagnosis diagnosis, List<Cause> causes) {
    double without = 0;
    for (Cause cause : causes) {
      without += cause.change() == null ? cause.confidence() : 0;
    }
    boolean said = diagnosis instanceof Diagnosis.NoCodeCause && causes.isEmpty();
    return said ? 1 : Math.clamp(without, 0, 1);
  }
}
