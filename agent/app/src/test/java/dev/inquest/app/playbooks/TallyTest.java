package dev.inquest.app.playbooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When playbooks count as fallen, by figures that can be worked out on paper. */
class TallyTest {
  private static Tally tally(int labelled, int onlyShown, int onlyOther) {
    return new Tally("a", "b", labelled + 5, labelled, onlyShown, onlyOther, 10);
  }

  @Test
  void theChanceIsMcNemarsExactOne() {
    assertThat(tally(30, 0, 0).p()).isEqualTo(1);
    assertThat(tally(30, 0, 7).p()).isCloseTo(1 / 128.0, within(1e-12));
    // (1 + 9) / 2^9 + … : at least 8 of 9.
    assertThat(tally(30, 1, 8).p()).isCloseTo(10 / 512.0, within(1e-12));
    assertThat(tally(30, 8, 1).p()).isCloseTo(511 / 512.0, within(1e-12));
  }

  @Test
  void sevenToNoneOfTwentyIsAFallAndLessIsNot() {
    assertThat(tally(20, 0, 7).fallen()).isTrue();
    assertThat(tally(20, 0, 6).fallen()).isFalse();
    assertThat(tally(20, 1, 8).fallen()).isFalse();
    assertThat(tally(20, 7, 0).fallen()).isFalse();
    assertThat(tally(19, 0, 12).fallen()).isFalse();
  }

  /** Every path of a fair coin, looked at after each throw. */
  @Test
  void aHundredLooksTakeEquallyGoodOnesForFallenOnceInNineteen() {
    double believed = 0;
    Map<Integer, Double> undecided = Map.of(0, 1.0);
    for (int thrown = 1; thrown <= 100; thrown++) {
      Map<Integer, Double> next = new HashMap<>();
      for (Map.Entry<Integer, Double> path : undecided.entrySet()) {
        for (int more = 0; more <= 1; more++) {
          int other = path.getKey() + more;
          double chance = path.getValue() / 2;
          if (tally(100, thrown - other, other).fallen()) {
            believed += chance;
          } else {
            next.merge(other, chance, Double::sum);
          }
        }
      }
      undecided = next;
    }
    assertThat(believed).isCloseTo(0.0516, within(0.0001));
  }
}
