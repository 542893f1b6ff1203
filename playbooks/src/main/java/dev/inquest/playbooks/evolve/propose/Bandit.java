package dev.inquest.playbooks.evolve.propose;

import dev.inquest.investigation.Stage;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of edit mended which class of failure before: an upper confidence bound (Auer,
 * Cesa-Bianchi and Fischer, 2002) on how many of the looks so chosen gained more than chance would,
 * shrunk towards whether the kind bears on the stage at all.
 */
final class Bandit {
  /**
   * Of kinds that fit and of which a catalogue holds a hundred, of others that fit, and the rest.
   */
  private static final double MANY = 0.5;

  private static final double FITS = 0.35;
  private static final double DOES_NOT = 0.15;

  /** So many rounds the first guess counts as. */
  private static final double GUESS = 2;

  private static final double CURIOSITY = 0.25;

  /** So many rounds the first hope counts as. */
  private static final double HOPE = 10;

  private final List<Look> past;

  Bandit(List<RoundRecord> past) {
    this.past = Looked.of(past).stream().map(Looked::look).toList();
  }

  /** Above 0. */
  double worth(EditKind kind, @Nullable FailureClass aim) {
    double reward = 0;
    int pulls = 0;
    for (Look look : past) {
      if (look.kind() == kind && look.aim() == aim) {
        pulls++;
        reward += reward(look);
      }
    }
    double guess = guess(kind, aim);
    double mean = (reward + GUESS * guess) / (pulls + GUESS);
    double unsure = StrictMath.sqrt(StrictMath.log(1.0 + past.size()) / (1 + pulls));
    return mean + CURIOSITY * guess * unsure;
  }

  /**
   * How likely it is that something that is to mend such failures does, and is better for it: a
   * class that nothing mends is dear, and no place to dig. Above 0.
   */
  double hope(FailureClass aim) {
    int pulls = 0;
    int mended = 0;
    for (Look look : past) {
      if (look.aim() == aim) {
        pulls++;
        mended += look.strength() >= 1 && fixed(look) ? 1 : 0;
      }
    }
    return (mended + HOPE * FITS) / (pulls + HOPE);
  }

  private static double guess(EditKind kind, @Nullable FailureClass aim) {
    boolean many = kind == EditKind.PARAMETER || kind == EditKind.WEIGHT;
    return !fits(kind, aim) ? DOES_NOT : many ? MANY : FITS;
  }

  private static double reward(Look look) {
    double aimed = fixed(look) ? 0.5 : 0;
    return look.strength() >= 1 ? 0.5 + aimed : 0;
  }

  private static boolean fixed(Look look) {
    Screening screening = look.screening();
    return screening.aimFixed() > screening.aimBroken();
  }

  /** Whether such an edit changes the stage at which such failures go astray. */
  static boolean fits(EditKind kind, @Nullable FailureClass aim) {
    return aim == null || kinds(aim.stage()).contains(kind);
  }

  private static Set<EditKind> kinds(Stage stage) {
    return switch (stage) {
      case SCOPE, GATHER -> Set.of(EditKind.PARAMETER, EditKind.SYMPTOM);
      case DETECT -> Set.of(EditKind.PARAMETER, EditKind.THRESHOLD);
      case HYPOTHESISE ->
          Set.of(EditKind.PARAMETER, EditKind.SYMPTOM, EditKind.PRIOR, EditKind.NEW_PLAYBOOK);
      case VERIFY ->
          Set.of(
              EditKind.PARAMETER,
              EditKind.WEIGHT,
              EditKind.TEST_ADDED,
              EditKind.TEST_REMOVED,
              EditKind.TEST_REORDERED);
      case CONCLUDE, PROPOSE ->
          Set.of(
              EditKind.PARAMETER,
              EditKind.WEIGHT,
              EditKind.PRIOR,
              EditKind.THRESHOLD,
              EditKind.TEST_ADDED);
    };
  }
}
