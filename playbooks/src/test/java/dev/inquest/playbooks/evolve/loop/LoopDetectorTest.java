package dev.inquest.playbooks.evolve.loop;

import static dev.inquest.playbooks.evolve.MadeRounds.confirmed;
import static dev.inquest.playbooks.evolve.MadeRounds.prior;
import static dev.inquest.playbooks.evolve.MadeRounds.scale;
import static dev.inquest.playbooks.evolve.MadeRounds.screened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopDetectorTest {
  private final Subject.Files start = MadeArena.start();
  private final History history = new History(start);
  private final LoopDetector loops = new LoopDetector(history, 0);

  @Test
  void anotherNumberIsNew() {
    add(screened(1, 1, 2, scale(1.6)), scale(1.6));
    assertThat(repeats(scale(2.5))).isFalse();
    assertThat(repeats(prior(0.2))).isFalse();
  }

  @Test
  void nearlyTheSameEditIsNot() {
    add(screened(1, 1, 2, scale(1.6)), scale(1.6));
    assertThat(repeats(scale(1.6))).isTrue();
    assertThat(repeats(scale(1.61))).isTrue();
    assertThat(repeats(scale(1.7))).isFalse();
  }

  /** On another pool it is another question, but for what was a finalist. */
  @Test
  void inANewSeasonWhatWasOnlyLookedAtIsNews() {
    add(screened(1, 1, 2, scale(1.6)), scale(1.6));
    add(confirmed(2, false, scale(2.5)), scale(2.5));
    LoopDetector later = new LoopDetector(history, 2);
    assertThat(later.repeats(applied(scale(1.6)), List.of(scale(1.6)))).isFalse();
    assertThat(later.repeats(applied(scale(2.5)), List.of(scale(2.5)))).isTrue();
    assertThat(later.repeats(start, List.of(scale(1.0)))).isTrue();
  }

  @Test
  void anAncestorIsNot() {
    add(confirmed(1, true, scale(1.6)), scale(1.6));
    assertThat(history.incumbent()).isNotEqualTo(start);
    assertThat(loops.repeats(start, List.of(scale(1.0)))).isTrue();
  }

  @Test
  void onlyWhatLooksMuchBetterIsConfirmedAndOnce() {
    Promotion promotion =
        new Promotion(Settings.of(80, 1, Arm.FULL, false), history, false, round -> false);
    add(screened(1, 10, 8, scale(1.6)), scale(1.6));
    add(screened(2, 12, 3, scale(2.5)), scale(2.5));
    assertThat(promotion.due()).as("too soon").isEmpty();
    add(screened(3, 1, 9, prior(0.2)), prior(0.2));
    add(screened(4, 2, 9, prior(0.3)), prior(0.3));
    assertThat(promotion.due()).extracting(RoundRecord::round).containsExactly(2);
  }

  @Test
  void whatChanceGivesIsNotConfirmed() {
    Promotion promotion =
        new Promotion(Settings.of(60, 1, Arm.FULL, false), history, false, round -> false);
    for (int i = 1; i <= 5; i++) {
      add(screened(i, 12, 9, scale(1 + i)), scale(1 + i));
    }
    assertThat(promotion.due()).isEmpty();
  }

  private boolean repeats(Edit edit) {
    return loops.repeats(applied(edit), List.of(edit));
  }

  private void add(RoundRecord round, Edit edit) {
    history.add(round, applied(edit));
  }

  private Subject.Files applied(Edit edit) {
    return Edits.apply(history.incumbent(), List.of(edit)).orElse(history.incumbent());
  }
}
