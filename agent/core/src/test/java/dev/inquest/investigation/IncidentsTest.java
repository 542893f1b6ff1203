package dev.inquest.investigation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aFalseAlarmIsNeverProposedFor(long seed) {
    Shop shop = Shop.at(seed);
    Incidents.falseAlarm(shop);
    Shop.Run run = shop.run();
    assertThat(run.diagnosis()).isInstanceOf(Diagnosis.Healthy.class);
    assertThat(run.proposal()).isInstanceOf(ProposeResult.Nothing.class);
  }

  @Test
  void aBadCanaryIsRevertedAndTheOtherReleaseCleared() {
    Shop shop = Shop.at(1);
    Incidents.badDeploy(shop);
    Shop.Run run = shop.run();
    assertThat(run.diagnosis()).isInstanceOf(Diagnosis.Identified.class);
    Cause cause = run.diagnosis().details().causes().getFirst();
    assertThat(cause.change()).isEqualTo(Incidents.GUILTY);
    assertThat(cause.kind()).isEqualTo(CauseKind.COMMIT);
    assertThat(run.diagnosis().details().remediation()).isEqualTo("rollback");
    assertThat(run.diagnosis().details().refuted())
        .extracting(RefutedChange::change)
        .containsExactly(Incidents.INNOCENT);
    assertThat(run.proposal()).isInstanceOf(ProposeResult.Draft.class);
    var draft = ((ProposeResult.Draft) run.proposal()).draft();
    assertThat(draft.kind()).isEqualTo(ProposalKind.REVERT);
    assertThat(draft.revertOf()).isEqualTo(Incidents.GUILTY);
    assertThat(draft.files()).isEmpty();
  }

  @Test
  void whereItsTextCannotBeReadAChangeIsJudgedByItsPlace() {
    Shop shop = Shop.at(1);
    Incidents.slowRelease(shop, null);
    Diagnosis diagnosis = shop.run().diagnosis();
    assertThat(diagnosis).isInstanceOf(Diagnosis.Identified.class);
    assertThat(diagnosis.details().causes().getFirst().change()).isEqualTo(Incidents.GUILTY);
  }

  @Test
  void theSamePlaceDoesNotConvictAChangeWhoseTextWasRead() {
    Shop shop = Shop.at(1);
    Incidents.slowRelease(shop, Incidents.README_DIFF);
    assertThat(shop.run().diagnosis()).isNotInstanceOf(Diagnosis.Identified.class);
  }

  @Test
  void aReleaseIsNotComparedWithAnEarlierAndMilderTime() {
    Shop shop = Shop.at(1);
    int sample = Shop.ONSET + 6;
    Incidents.lateRelease(shop, sample);
    Shop.Run run = shop.run();
    Onset onset = requireNonNull(run.detection().onset());
    assertThat(onset.to()).isBefore(shop.time(sample));
    Examined late =
        run.examined().stream()
            .filter(e -> Incidents.INNOCENT.equals(e.hypothesis().change()))
            .findFirst()
            .orElseThrow();
    assertThat(late.verifications())
        .filteredOn(v -> v.test().equals("version-split"))
        .extracting(Verification::outcome)
        .containsExactly(new Outcome.Untestable("old and new instances never served together"));
  }

  @Test
  void aFullPoolIsTheCauseWhereNothingWasChanged() {
    Shop shop = Shop.at(1);
    Incidents.saturation(shop);
    Shop.Run run = shop.run();
    assertThat(run.diagnosis()).isInstanceOf(Diagnosis.Identified.class);
    Cause cause = run.diagnosis().details().causes().getFirst();
    assertThat(cause.kind()).isEqualTo(CauseKind.RESOURCE);
    assertThat(cause.service()).isEqualTo("shop");
    assertThat(cause.indicator()).contains("connection.pool.usage");
    assertThat(run.proposal()).isInstanceOf(ProposeResult.Nothing.class);
  }

  @Test
  void aPoolThatIsHeldLongerIsNotShortByItself() {
    Shop shop = Shop.at(1);
    Incidents.slowStatement(shop);
    Shop.Run run = shop.run();
    assertThat(outcomes(run, CauseKind.RESOURCE, "saturation"))
        .allSatisfy(outcome -> assertThat(outcome.toString()).contains("as it is held longer"));
    assertThat(outcomes(run, CauseKind.DATABASE, "store-signs"))
        .singleElement()
        .isInstanceOf(Outcome.Supported.class);
  }

  private static List<Outcome> outcomes(Shop.Run run, CauseKind kind, String test) {
    return run.examined().stream()
        .filter(e -> e.hypothesis().kind() == kind && !"shopdb".equals(e.hypothesis().indicator()))
        .flatMap(e -> e.verifications().stream())
        .filter(v -> v.test().equals(test))
        .map(Verification::outcome)
        .toList();
  }

  @Test
  void whereRoomToStoreIsUsedUpWhatIsMerelyBusierIsNotAccused() {
    assertThat(shortages("disk.usage.ratio", 0.85))
        .singleElement()
        .asString()
        .startsWith("disk.usage.ratio");
    assertThat(shortages("disk.usage.ratio", 0.6)).hasSize(4);
    assertThat(shortages("disk.io.usage.ratio", 0.85)).hasSize(4);
  }

  private static List<String> shortages(String name, double disk) {
    Shop shop = Shop.at(1);
    Incidents.busier(shop, name, disk);
    return shop.run().hypotheses().stream()
        .filter(h -> h.kind() == CauseKind.RESOURCE)
        .map(h -> requireNonNull(h.indicator()))
        .toList();
  }

  @Test
  void withoutTheMetricsOfTheAlertNothingIsCalledHealthy() {
    Shop shop = Shop.at(1);
    Incidents.falseAlarm(shop);
    shop.metrics.clear();
    Shop.Run run = shop.run();
    assertThat(run.diagnosis()).isInstanceOf(Diagnosis.Inconclusive.class);
    assertThat(run.diagnosis().details().missing()).anyMatch(m -> m.startsWith("metrics"));
  }

  @Test
  void observeModeAsksNothing() {
    Shop shop = Shop.at(1);
    MissingIndex.happen(shop, 1);
    shop.mode = dev.inquest.topology.Mode.OBSERVE;
    Shop.Run run = shop.run();
    assertThat(run.diagnosis()).isInstanceOf(Diagnosis.Identified.class);
    assertThat(run.proposal())
        .isInstanceOfSatisfying(
            ProposeResult.Nothing.class, n -> assertThat(n.why()).contains("observe"));
  }

  @Test
  void aRepositoryThatKeepsTheLockIsToldTheLineToAdd() {
    Shop shop = Shop.at(1);
    MissingIndex.happen(shop, 1);
    shop.repository.files.remove("flyway.conf");
    assertThat(shop.run().proposal())
        .isInstanceOfSatisfying(
            ProposeResult.Nothing.class,
            n -> assertThat(n.why()).contains("flyway.postgresql.transactional.lock=false"));
  }
}
