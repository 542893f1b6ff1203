package dev.inquest.playbooks.criticism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.incident.HumanLabel;
import dev.inquest.incident.HumanLabel.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelledAnswerTest {
  private static final Diagnosis FIRST = identified("1111111aaaa", CauseKind.DEPLOY);
  private static final Diagnosis SECOND = identified("2222222bbbb", CauseKind.DEPLOY);
  private static final Diagnosis POOL = identified(null, CauseKind.RESOURCE);
  private static final Diagnosis HEALTHY = new Diagnosis.Healthy("Healthy.", details(List.of()));
  private static final Diagnosis UNSURE = new Diagnosis.Inconclusive("?", details(List.of()));

  private static Diagnosis identified(@Nullable String change, CauseKind kind) {
    Cause cause = new Cause("shop", null, kind, change, null, 0.9, List.of(), "h", "It was it.");
    return new Diagnosis.Identified("It was it.", details(List.of(cause)));
  }

  private static Details details(List<Cause> causes) {
    return new Details(causes, List.of(), null, null, List.of(), null, List.of(), "Unknown.");
  }

  private static Optional<Boolean> right(
      Diagnosis answer, Diagnosis shown, Verdict verdict, @Nullable String was) {
    return LabelledAnswer.right(answer, shown, new HumanLabel(verdict, was, "ada", Instant.EPOCH));
  }

  @Test
  void whatWasShownAndRightIsTheTruth() {
    assertThat(right(FIRST, FIRST, Verdict.RIGHT, null)).contains(true);
    assertThat(right(SECOND, FIRST, Verdict.RIGHT, null)).contains(false);
    assertThat(right(UNSURE, FIRST, Verdict.RIGHT, null)).contains(false);
    assertThat(right(POOL, POOL, Verdict.RIGHT, null)).contains(true);
    assertThat(right(POOL, FIRST, Verdict.RIGHT, null)).contains(false);
    assertThat(right(FIRST, UNSURE, Verdict.RIGHT, null)).isEmpty();
  }

  @Test
  void afterWrongOnlyWordsThatNameACauseMakeAnotherRight() {
    assertThat(right(FIRST, FIRST, Verdict.WRONG, null)).contains(false);
    assertThat(right(UNSURE, FIRST, Verdict.WRONG, "2222222")).contains(false);
    assertThat(right(HEALTHY, FIRST, Verdict.WRONG, "2222222")).contains(false);
    assertThat(right(SECOND, FIRST, Verdict.WRONG, null)).isEmpty();
    assertThat(right(SECOND, FIRST, Verdict.WRONG, "commit 2222222")).contains(true);
    assertThat(right(SECOND, FIRST, Verdict.WRONG, "commit 3333333")).contains(false);
    assertThat(right(POOL, FIRST, Verdict.WRONG, "shop, a resource")).contains(true);
  }

  @Test
  void inAFalseAlarmOnlyHealthyIsRight() {
    assertThat(right(HEALTHY, FIRST, Verdict.FALSE_ALARM, null)).contains(true);
    assertThat(right(FIRST, FIRST, Verdict.FALSE_ALARM, null)).contains(false);
    assertThat(right(UNSURE, HEALTHY, Verdict.FALSE_ALARM, null)).contains(false);
  }
}
