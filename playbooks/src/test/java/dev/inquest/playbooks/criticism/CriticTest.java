package dev.inquest.playbooks.criticism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.incident.HumanLabel;
import dev.inquest.incident.HumanLabel.Verdict;
import dev.inquest.investigation.Stage;
import dev.inquest.playbooks.criticism.Aftermath.Fate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each grade and each way to go astray, on an investigation of three suspects. */
class CriticTest {
  private static final Aftermath NOTHING = new Aftermath(null, List.of(), false, false);

  @Test
  void withoutAWordOrAFixNothingIsClaimed() {
    Criticism criticism = criticise(1, Suspects.identified(0.95), NOTHING);

    assertThat(criticism.grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(criticism.basis()).isEmpty();
  }

  @Test
  void aRejectedChangeSaysNothingOfTheCause() {
    Aftermath rejected =
        new Aftermath(null, List.of(new Fate("pr-1", "rejected", "not now")), false, true);

    Criticism criticism = criticise(1, Suspects.identified(0.95), rejected);

    assertThat(criticism.grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(criticism.basis()).singleElement().asString().contains("pr-1", "rejected");
  }

  @Test
  void aFixThatHealedSpeaksForTheDiagnosisAndOneThatDidNotAgainst() {
    Aftermath healed = new Aftermath(null, List.of(), true, true);
    Aftermath ill = new Aftermath(null, List.of(), true, false);

    assertThat(criticise(1, Suspects.identified(0.8), healed).grade()).isEqualTo(Grade.RIGHT);
    assertThat(criticise(2, Suspects.identified(0.8), healed).grade()).isEqualTo(Grade.LATE);
    assertThat(criticise(1, Suspects.identified(0.8), ill).grade()).isEqualTo(Grade.WRONG);
    assertThat(criticise(1, Suspects.identified(0.9), ill).grade()).isEqualTo(Grade.OVER_CONFIDENT);
  }

  @Test
  void aHumansWordGoesBeforeTheRecovery() {
    Aftermath both = new Aftermath(said(Verdict.WRONG, null), List.of(), true, true);

    Criticism criticism = criticise(1, Suspects.identified(0.8), both);

    assertThat(criticism.grade()).isEqualTo(Grade.WRONG);
    assertThat(criticism.failure()).isNull();
  }

  @Test
  void whatWasExaminedAndLostWasOutweighed() {
    Criticism criticism = wrong("It was commit 2222222 all along!");

    assertThat(criticism.failure()).isEqualTo(FailureClass.OUTWEIGHED);
    assertThat(criticism.astray()).isEqualTo(Stage.CONCLUDE);
    assertThat(criticism.overlooked()).containsExactly("e7");
    assertThat(criticism.expected()).contains("2222222");
  }

  @Test
  void whatATestRefutedWasWronglyRefuted() {
    Criticism criticism = wrong("the payments service, a resource: its pool");

    assertThat(criticism.failure()).isEqualTo(FailureClass.WRONGLY_REFUTED);
    assertThat(criticism.astray()).isEqualTo(Stage.VERIFY);
  }

  @Test
  void whatWasGatheredAndNotRaisedWasNotSuspected() {
    assertThat(wrong("the node ledger-db").failure()).isEqualTo(FailureClass.NOT_SUSPECTED);
    assertThat(wrong("4444444444").failure()).isEqualTo(FailureClass.NOT_SUSPECTED);
  }

  @Test
  void whatNothingGatheredNamesIsMissingEvidence() {
    Criticism named = wrong("a squirrel in the transformer");
    Criticism abstained =
        criticise(
            1,
            Suspects.inconclusive(),
            new Aftermath(said(Verdict.WRONG, "a squirrel"), List.of(), false, false));

    assertThat(named.failure()).isEqualTo(FailureClass.EVIDENCE_MISSING);
    assertThat(named.grade()).isEqualTo(Grade.WRONG);
    assertThat(abstained.grade()).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void toAbstainThoughTheEvidenceWasThereIsNeedless() {
    Criticism criticism =
        criticise(
            1,
            Suspects.inconclusive(),
            new Aftermath(said(Verdict.WRONG, "22222222"), List.of(), false, false));

    assertThat(criticism.grade()).isEqualTo(Grade.NEEDLESSLY_ABSTAINED);
    assertThat(criticism.overlooked()).containsExactly("e5", "e7");
    assertThat(criticism.missing()).containsExactly("traces");
  }

  @Test
  void aFalseAlarmThatWasBelievedWentAstrayWhereItWasDetected() {
    Aftermath alarm = new Aftermath(said(Verdict.FALSE_ALARM, null), List.of(), false, false);

    assertThat(criticise(1, Suspects.identified(0.99), alarm).astray()).isEqualTo(Stage.DETECT);
    assertThat(criticise(1, Suspects.healthy(), alarm).grade()).isEqualTo(Grade.RIGHT);
    assertThat(criticise(1, Suspects.inconclusive(), alarm).grade())
        .isEqualTo(Grade.NEEDLESSLY_ABSTAINED);
  }

  private static Criticism wrong(String was) {
    return criticise(
        1,
        Suspects.identified(0.8),
        new Aftermath(said(Verdict.WRONG, was), List.of(), false, false));
  }

  private static HumanLabel said(Verdict verdict, @Nullable String was) {
    return new HumanLabel(verdict, was, "ana", Instant.EPOCH);
  }

  private static Criticism criticise(int revision, Diagnosis diagnosis, Aftermath aftermath) {
    return Critic.criticise(
        "inc-1", revision, diagnosis, Suspects.EXAMINED, Suspects.gathered(), aftermath);
  }
}
