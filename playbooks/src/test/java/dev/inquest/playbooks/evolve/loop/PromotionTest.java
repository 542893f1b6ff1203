package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.MadeRounds;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.evolve.record.Settings;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PromotionTest {
  private static final Settings SETTINGS = Runs.settings(120, 1);

  @Test
  void whatGainsManyTasksIsConfirmedWhenItsTimeHasCome() {
    assertThat(due(MadeRounds.screened(1, 9, 2, MadeRounds.scale(1.6)))).isTrue();
    assertThat(due(MadeRounds.screened(1, 20, 16, MadeRounds.scale(1.6)))).isFalse();
    assertThat(due(MadeRounds.screened(1, 1, 0, MadeRounds.scale(1.6)))).isFalse();
  }

  /** Scores may be shares: then what counts is how far they differ, and not how often. */
  @Test
  void whatGainsALittleOnManyTasksIsConfirmedWhereItStrays() {
    assertThat(due(looked(400, 300, 3, 1))).isTrue();
    assertThat(due(looked(400, 300, 3, 40))).isFalse();
  }

  @Test
  void whatIsVetoedIsNotConfirmed() {
    RoundRecord round = MadeRounds.screened(1, 9, 2, MadeRounds.scale(1.6));
    assertThat(due(round, screened -> screened.round() == 1)).isFalse();
    assertThat(due(round, screened -> screened.round() == 2)).isTrue();
  }

  /** What looked good before a confirmation did so on another pool. */
  @Test
  void whatWasScreenedBeforeTheLastConfirmationIsNotConfirmed() {
    History history = new History(MadeArena.start());
    history.add(MadeRounds.screened(1, 9, 2, MadeRounds.scale(1.6)), MadeArena.start());
    history.add(MadeRounds.confirmed(2, false, MadeRounds.scale(2.5)), MadeArena.start());
    for (int round = 3; round < 3 + SETTINGS.confirmEvery(); round++) {
      history.add(
          MadeRounds.screened(round, 0, 3, MadeRounds.prior(0.2 * round)), MadeArena.start());
    }
    Promotion promotion = new Promotion(SETTINGS, history, round -> false);
    assertThat(promotion.due()).isEmpty();
    int next = history.rounds().size() + 1;
    history.add(MadeRounds.screened(next, 9, 2, MadeRounds.scale(1.6)), MadeArena.start());
    assertThat(promotion.due()).hasValueSatisfying(due -> assertThat(due.round()).isEqualTo(next));
  }

  private static boolean due(RoundRecord first) {
    return due(first, round -> false);
  }

  private static boolean due(RoundRecord first, Predicate<RoundRecord> vetoed) {
    History history = new History(MadeArena.start());
    history.add(first, MadeArena.start());
    for (int round = 2; round <= SETTINGS.confirmEvery(); round++) {
      history.add(
          MadeRounds.screened(round, 0, 3, MadeRounds.prior(0.2 * round)), MadeArena.start());
    }
    return new Promotion(SETTINGS, history, vetoed).due().isPresent();
  }

  /** The same as a round that took a look at its candidate. */
  private static RoundRecord looked(int wins, int losses, double gain, double spread) {
    RoundRecord bare = MadeRounds.screened(1, wins, losses, MadeRounds.scale(1.6));
    Plan plan = bare.plan();
    Look look =
        new Look(
            plan.edits(),
            EditKind.PARAMETER,
            plan.aim(),
            bare.decision().candidateSha256(),
            new Screening(100, gain, wins, losses, 0, 0, 0.5, 0.5),
            0,
            0,
            spread);
    return new RoundRecord(
        new Plan(
            plan.round(),
            plan.step(),
            plan.edits(),
            plan.kind(),
            plan.aim(),
            plan.strategy(),
            0,
            0,
            "why",
            List.of(look)),
        bare.decision());
  }
}
