package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.evolve.MadeRounds;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Step;
import dev.inquest.playbooks.evolve.record.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeasonTest {
  @Test
  void aConfirmationEndsIt() {
    assertThat(after(5, 0, Set.of())).isEqualTo(new Season(0, 0));
    assertThat(after(5, 0, Set.of(2, 5))).isEqualTo(new Season(2, 5));
    assertThat(after(7, 0, Set.of(2, 5))).isEqualTo(new Season(2, 5));
  }

  @Test
  void soDoManyRoundsWithoutOne() {
    assertThat(after(3, 4, Set.of())).isEqualTo(new Season(0, 0));
    assertThat(after(4, 4, Set.of())).isEqualTo(new Season(1, 4));
    assertThat(after(9, 4, Set.of())).isEqualTo(new Season(2, 8));
    assertThat(after(9, 4, Set.of(3))).isEqualTo(new Season(2, 7));
    assertThat(after(7, 4, Set.of(3, 7))).isEqualTo(new Season(2, 7));
  }

  @Test
  void soDoesOneThatWasThoughtBetterOf() {
    RoundRecord screened = MadeRounds.screened(1, 9, 2, MadeRounds.scale(2));
    Plan dropped =
        new Plan(2, Step.NOTHING, List.of(), null, null, Strategy.STEERED, 1, 0, "did not hold");
    RoundRecord second = new RoundRecord(dropped, screened.decision());
    assertThat(Season.after(List.of(screened, second), 0)).isEqualTo(new Season(1, 2));
  }

  private static Season after(int rounds, int longest, Set<Integer> confirmations) {
    List<RoundRecord> past = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      past.add(
          confirmations.contains(round)
              ? MadeRounds.confirmed(round, false, MadeRounds.scale(2))
              : MadeRounds.screened(round, 1, 2, MadeRounds.scale(2)));
    }
    return Season.after(past, longest);
  }
}
