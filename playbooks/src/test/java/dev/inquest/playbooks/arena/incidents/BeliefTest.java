package dev.inquest.playbooks.arena.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.playbooks.casefile.Answer;
import java.util.List;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeliefTest {
  private static final Offset<Double> NEAR = within(1e-12);

  private static final Answer CHANGE =
      answer(Answer.Verdict.IDENTIFIED, Answer.Cause.change("carts", CauseKind.DEPLOY, "d1"));

  private static final Answer NOBODY = answer(Answer.Verdict.NO_CODE_CAUSE);
  private static final Answer HEALTHY = answer(Answer.Verdict.HEALTHY);
  private static final Cause GUILTY = cause("d1", 0.3);
  private static final Cause OTHER = cause("d2", 0.5);
  private static final Cause OUTSIDE = cause(null, 0.15);

  @Test
  void isToldWhereNothingWasSaid() {
    Diagnosis unsure = new Diagnosis.Inconclusive("Not settled.", of(OTHER, GUILTY, OUTSIDE));
    assertThat(Belief.inTruth(unsure, CHANGE)).isCloseTo(0.3, NEAR);
    assertThat(Belief.inTruth(unsure, NOBODY)).isCloseTo(0.15, NEAR);
    assertThat(Belief.inTruth(unsure, HEALTHY)).isZero();
  }

  @Test
  void inWhatWasNeverSuspectedThereIsNone() {
    Diagnosis wrong = new Diagnosis.Identified("It did.", of(OTHER));
    assertThat(Belief.inTruth(wrong, CHANGE)).isZero();
    assertThat(Belief.inTruth(wrong, NOBODY)).isZero();
  }

  @Test
  void inAVerdictThatNamesNoCauseIsWhole() {
    assertThat(Belief.inTruth(new Diagnosis.NoCodeCause("None.", of()), NOBODY)).isOne();
    assertThat(Belief.inTruth(new Diagnosis.Healthy("All is well.", of()), HEALTHY)).isOne();
    assertThat(Belief.inTruth(new Diagnosis.Healthy("All is well.", of()), NOBODY)).isZero();
  }

  private static Details of(Cause... causes) {
    return new Details(
        List.of(causes), List.of(), null, null, List.of(), null, List.of(), "Not known.");
  }

  private static Cause cause(@Nullable String change, double sure) {
    return new Cause(
        "carts", null, CauseKind.DEPLOY, change, null, sure, List.of(), "h1", "It did.");
  }

  private static Answer answer(Answer.Verdict verdict, Answer.Cause... causes) {
    return new Answer("1", verdict, List.of(causes), null, List.of(), null, List.of());
  }
}
