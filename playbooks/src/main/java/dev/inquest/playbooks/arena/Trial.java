package dev.inquest.playbooks.arena;

import static java.util.Objects.requireNonNull;

import dev.inquest.playbooks.criticism.FailureClass;
import org.jspecify.annotations.Nullable;

/**
 * How one subject did on one task.
 *
 * @param task its id; of a fresh task its seed
 * @param taskClass what kind of task it was, by its answer, e.g. the kind of fault
 * @param score from 0, wrong, to 1, right
 * @param answered false where the subject did not commit itself
 * @param confidentlyWrong whether it was wrong and sure of it, by the arena's rule
 * @param confidence from 0 to 1, in the answer given; 0 where none was
 * @param workUnits points, spans, statements read; never time
 * @param belief from 0 to 1, that the subject had in the right answer, whether it gave it or not;
 *     the score where nobody can tell
 * @param failure how it went astray; null where it did not or nobody can tell
 */
public record Trial(
    String task,
    String taskClass,
    double score,
    boolean answered,
    boolean confidentlyWrong,
    double confidence,
    double belief,
    long workUnits,
    @Nullable FailureClass failure) {
  private static final double RIGHT = 0.5;

  public Trial {
    requireNonNull(task, "task");
    requireNonNull(taskClass, "taskClass");
    if (!(share(score) && share(confidence) && share(belief))) {
      throw new IllegalArgumentException(
          "score, confidence and belief of " + task + " are from 0 to 1");
    }
    if (workUnits < 0) {
      throw new IllegalArgumentException("work is not negative");
    }
  }

  /** Where nobody can tell what was believed of the right answer. */
  public Trial(
      String task,
      String taskClass,
      double score,
      boolean answered,
      boolean confidentlyWrong,
      double confidence,
      long workUnits,
      @Nullable FailureClass failure) {
    this(task, taskClass, score, answered, confidentlyWrong, confidence, score, workUnits, failure);
  }

  private static boolean share(double number) {
    return number >= 0 && number <= 1;
  }

  /** For tests that know only right and wrong. */
  public boolean right() {
    return score > RIGHT;
  }

  /** The same under another task's name. */
  public Trial named(String other) {
    return new Trial(
        other,
        taskClass,
        score,
        answered,
        confidentlyWrong,
        confidence,
        belief,
        workUnits,
        failure);
  }

  /** Squared distance of what was believed from what was so (Brier, 1950). */
  public double miscalibration() {
    double off = confidence - score;
    return answered ? off * off : 0;
  }
}
