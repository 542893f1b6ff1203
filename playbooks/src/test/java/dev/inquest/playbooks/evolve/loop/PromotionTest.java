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

  /** Wealth grows by answers alone, whatever else a candidate is good for. */
  @Test
  void whatIsOnlyBelievedMoreIsNotConfirmed() {
    assertThat(due(looked(12, 1, 11, 0, 13))).isTrue();
    assertThat(due(looked(3, 1, 2, 12, 13))).isFalse();
  }

  /** The best first. */
  @Test
  void allThatDeserveItAreDue() {
    History history = new History(MadeArena.start());
    history.add(MadeRounds.screened(1, 9, 1, MadeRounds.scale(1.6)), MadeArena.start());
    history.add(MadeRounds.screened(2, 19, 2, MadeRounds.scale(2.5)), MadeArena.start());
    for (int round = 3; round <= SETTINGS.confirmEvery(); round++) {
      history.add(
          MadeRounds.screened(round, 0, 3, MadeRounds.prior(0.2 * round)), MadeArena.start());
    }
    assertThat(new Promotion(SETTINGS, history, false, round -> false).due())
        .extracting(RoundRecord::round)
        .containsExactly(2, 1);
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
    Promotion promotion = new Promotion(SETTINGS, history, false, round -> false);
    assertThat(promotion.due()).isEmpty();
    int next = history.rounds().size() + 1;
    history.add(MadeRounds.screened(next, 9, 2, MadeRounds.scale(1.6)), MadeArena.start());
    assertThat(promotion.due()).extracting(RoundRecord::round).containsExactly(next);
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
    return !new Promotion(SETTINGS, history, false, vetoed).due().isEmpty();
  }

  /** The same as a round that took a look at its candidate. */
  private static RoundRecord looked(int wins, int losses, double gain, double spread) {
    return looked(wins, losses, gain, 0, spread);
  }

  private static RoundRecord looked(
      int wins, int losses, double gain, double belief, double spread) {
    RoundRecord bare = MadeRounds.screened(1, wins, losses, MadeRounds.scale(1.6));
    Plan plan = bare.plan();
    Look look =
        new Look(
            plan.edits(),
            EditKind.PARAMETER,
            plan.aim(),
            bare.decision().candidateSha256(),
            new Screening(100, gain, wins, losses, 0, 0, 0.5, 0.5),
            belief,
            0,
            spread);
    return MadeRounds.looking(bare, look);
  }
}
