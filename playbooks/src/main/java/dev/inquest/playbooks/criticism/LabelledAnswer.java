package dev.inquest.playbooks.criticism;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.incident.HumanLabel;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a human's word on the diagnosis that was shown says of another diagnosis of the same
 * incident.
 */
public final class LabelledAnswer {
  private LabelledAnswer() {}

  /**
   * Whether that answer is right; empty where the label does not say.
   *
   * @param shown the diagnosis that the human spoke of
   */
  public static Optional<Boolean> right(Diagnosis answer, Diagnosis shown, HumanLabel label) {
    return switch (label.verdict()) {
      case RIGHT ->
          shown instanceof Diagnosis.Inconclusive
              ? Optional.empty()
              : Optional.of(same(answer, shown));
      case FALSE_ALARM -> Optional.of(answer instanceof Diagnosis.Healthy);
      case WRONG -> afterWrong(answer, shown, label.was());
    };
  }

  private static Optional<Boolean> afterWrong(
      Diagnosis answer, Diagnosis shown, @Nullable String was) {
    boolean nothingNamed =
        answer instanceof Diagnosis.Inconclusive || answer instanceof Diagnosis.Healthy;
    if (nothingNamed || same(answer, shown)) {
      return Optional.of(false);
    }
    Cause named = named(answer);
    // Without words on what it was, another cause may be the true one.
    return was == null || named == null
        ? Optional.empty()
        : Optional.of(new Subject(was).names(named));
  }

  /** Whether both say the same: the same verdict and, where they name one, the same cause. */
  public static boolean same(Diagnosis one, Diagnosis other) {
    Cause first = named(one);
    Cause second = named(other);
    if (first == null || second == null) {
      return one.getClass().equals(other.getClass());
    }
    if (first.change() != null || second.change() != null) {
      return Objects.equals(first.change(), second.change());
    }
    return first.kind() == second.kind() && Objects.equals(first.service(), second.service());
  }

  private static @Nullable Cause named(Diagnosis diagnosis) {
    return diagnosis instanceof Diagnosis.Identified identified
        ? identified.details().causes().getFirst()
        : null;
  }
}
