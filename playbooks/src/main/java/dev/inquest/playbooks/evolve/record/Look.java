package dev.inquest.playbooks.evolve.record;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate did on the pool when a round sought what to try. Looks steer the search and
 * prove nothing.
 *
 * @param kind by which the edits were chosen
 * @param aim the failures that they are to mend; null where none was aimed at
 * @param belief sum of the changes of what was believed of the truth, over the tasks that neither
 *     got right: surer of what is right anyway is no gain
 * @param harm sum of the changes of miscalibration (Brier) and of confidently wrong answers: what
 *     the guards would refuse a candidate for
 * @param spread sum of the squared changes of all of them together; 0 where the candidate did not
 *     matter on any task looked at
 */
public record Look(
    List<Edit> edits,
    EditKind kind,
    @Nullable FailureClass aim,
    String candidateSha256,
    Screening screening,
    double belief,
    double harm,
    double spread) {
  public Look {
    edits = List.copyOf(edits);
  }

  /**
   * @param pairs in the order of the pool
   */
  public static Look of(
      List<Edit> edits,
      EditKind kind,
      @Nullable FailureClass aim,
      String candidateSha256,
      List<Pair> pairs) {
    double belief = 0;
    double harm = 0;
    double spread = 0;
    for (Pair pair : pairs) {
      boolean open = !pair.incumbent().right() && !pair.candidate().right();
      double believed = open ? pair.candidate().belief() - pair.incumbent().belief() : 0;
      double harmed = harm(pair.candidate()) - harm(pair.incumbent());
      double change = pair.difference() + believed - harmed;
      belief += believed;
      harm += harmed;
      spread += change * change;
    }
    return new Look(
        edits, kind, aim, candidateSha256, Screening.of(pairs, aim), belief, harm, spread);
  }

  private static double harm(Trial trial) {
    return trial.miscalibration() + (trial.confidentlyWrong() ? 1 : 0);
  }

  public boolean matters() {
    return spread > 0;
  }

  /**
   * In tasks. Belief moves before an answer tips over. Harm counts against it; less of it is no
   * gain, for no confirmation would see it.
   */
  public double value() {
    return screening.gain() + belief - Math.max(0, harm);
  }

  /** The value in standard deviations of chance; 0 where nothing was told apart. */
  public double strength() {
    return matters() ? value() / StrictMath.sqrt(spread) : 0;
  }

  /** The gain alone, likewise: what a confirmation bets on. */
  public double gainStrength() {
    return matters() ? screening.gain() / StrictMath.sqrt(spread) : 0;
  }

  /** The gain, less a standard deviation of chance; in tasks. */
  public double least() {
    return screening.gain() - StrictMath.sqrt(spread);
  }
}
