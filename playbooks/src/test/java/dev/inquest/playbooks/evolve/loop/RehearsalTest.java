package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.MadeRounds;
import dev.inquest.playbooks.evolve.play.PoolTrials;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Subject.Files START = MadeArena.start();
  private static final MadeArena SAME = MadeArena.withoutLuckOfItsOwn();
  private static final MadeArena CHANGING = SAME.whosePoolChanges();

  /** The pool may promise most of what does nothing; it is the other that gains. */
  private static final RoundRecord LUCKY = MadeRounds.screened(1, 30, 1, MadeRounds.sign(0.8));

  private static final RoundRecord BETTER = MadeRounds.screened(2, 9, 2, MadeRounds.scale(2.5));
  private static final RoundRecord WORSE = MadeRounds.screened(3, 20, 2, MadeRounds.scale(0.2));

  @Test
  void whatGainsWhereNobodyHasLookedIsTheBest() {
    Rehearsal.Held held = best(CHANGING, LUCKY, WORSE, BETTER);
    assertThat(held.screened()).isEqualTo(BETTER);
    assertThat(held.unseen()).isEqualTo(60);
    assertThat(held.holds()).isTrue();
  }

  @Test
  void whatGainsNothingThereIsNotConfirmed() {
    Rehearsal.Held held = best(CHANGING, WORSE, LUCKY);
    assertThat(held.screened()).isEqualTo(LUCKY);
    assertThat(held.holds()).isFalse();
    assertThat(held.told())
        .isEqualTo("of round 1, 0 won and 0 lost of 60 that nobody had looked at");
  }

  @Test
  void whereNoSeasonBringsInAnythingTheFirstIs() {
    Rehearsal.Held held = best(SAME, LUCKY, BETTER);
    assertThat(held.screened()).isEqualTo(LUCKY);
    assertThat(held.unseen()).isZero();
    assertThat(held.holds()).isTrue();
    assertThat(held.told()).isEqualTo("of round 1");
  }

  private static Rehearsal.Held best(MadeArena arena, RoundRecord... due) {
    try (Workers workers = new Workers(1)) {
      Scout scout = new Scout(new PoolTrials(arena, workers), Set.of(), Set.of());
      return new Rehearsal(scout, START).best(List.of(due));
    }
  }
}
