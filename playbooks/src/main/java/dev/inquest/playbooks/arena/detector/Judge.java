package dev.inquest.playbooks.arena.detector;

import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.criticism.FailureClass;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A trial of a series from the scores of its rows. */
final class Judge {
  private static final double SURE = 0.9;

  /** What a missed window costs beside a found one, and a false alarm. */
  private static final double MISSED = 2;

  private static final double FALSE_ALARM = 0.11;

  private Judge() {}

  /**
   * Who watches a series always answers. How sure it is of the whole series a detector does not
   * say, so its confidence is taken as just right: calibration tells nothing here.
   */
  static Trial trial(LabelledSeries of, double[] scores, double threshold) {
    NabScore score = NabScore.of(scores, of.windows(), threshold);
    double share = score.share();
    Trial trial =
        new Trial(of.id(), of.taskClass(), share, true, false, share, of.values().length, null);
    return trial.right()
        ? trial
        : new Trial(
            of.id(),
            of.taskClass(),
            share,
            true,
            alarmedFor(of, scores, Math.max(SURE, threshold)),
            share,
            of.values().length,
            failure(of, scores, score, threshold));
  }

  /** Nothing was told. */
  static Trial silent(LabelledSeries of) {
    double[] none = new double[of.values().length];
    double share = NabScore.of(none, of.windows(), 1).share();
    return new Trial(of.id(), of.taskClass(), share, false, false, 0, 1, null);
  }

  /** Told at these rows, by whoever it was. */
  static Trial told(LabelledSeries of, int... rows) {
    double[] scores = new double[of.values().length];
    for (int row : rows) {
      scores[row] = 1;
    }
    return trial(of, scores, 1);
  }

  /** Told at every row. */
  static Trial always(LabelledSeries of) {
    double[] scores = new double[of.values().length];
    Arrays.fill(scores, 1);
    return trial(of, scores, 1);
  }

  private static boolean alarmedFor(LabelledSeries of, double[] scores, double sure) {
    return NabScore.of(scores, of.windows(), sure).falseAlarms() > 0;
  }

  /** What cost more: alarms for nothing, or windows missed; these by whether they were noticed. */
  private static @Nullable FailureClass failure(
      LabelledSeries of, double[] scores, NabScore score, double threshold) {
    int missed = score.reachable() - score.hit();
    if (FALSE_ALARM * score.falseAlarms() > MISSED * missed) {
      return FailureClass.FALSE_ALARM_BELIEVED;
    }
    boolean noticed =
        of.windows().stream()
            .anyMatch(w -> {
              double most = Arrays.stream(scores, w.left(), w.right() + 1).max().orElse(0);
              return most > 0 && most < threshold;
            });
    return noticed ? FailureClass.OUTWEIGHED : FailureClass.NOT_SUSPECTED;
  }
}
