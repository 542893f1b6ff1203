package dev.inquest.playbooks.evolve.wealth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.playbooks.evolve.seed.SeedStream;
import org.junit.jupiter.api.Test;

class WealthTest {
  private static final double ALPHA = 0.05 / 20;

  @Test
  void isWhatIsComputedByHand() {
    // The mean of λ is .5 and that of λ² is 2.85 / 9.
    assertThat(after()).isEqualTo(1);
    assertThat(after(1)).isCloseTo(1.5, within(1e-12));
    assertThat(after(1, 1)).isCloseTo(1 + 2 * 0.5 + 2.85 / 9, within(1e-12));
    assertThat(after(1, -1)).isCloseTo(1 - 2.85 / 9, within(1e-12));
    assertThat(after(-1)).isCloseTo(0.5, within(1e-12));
    assertThat(after(0.5)).isCloseTo(1.25, within(1e-12));
  }

  @Test
  void doesNotMindPairsWithoutADifference() {
    assertThat(after(1, 0, 0, -1, 0, 1)).isEqualTo(after(1, -1, 1));
  }

  @Test
  void crossesAtTheTwelfthWinInARow() {
    // 1.9^11 + … + 1.1^11 is 2481 and a ninth of it 276; of the twelfth powers 4456 and 495.
    Wealth wealth = new Wealth();
    for (int i = 0; i < 11; i++) {
      wealth.add(1);
    }
    assertThat(wealth.value()).isCloseTo(275.7, within(0.1));
    assertThat(wealth.crossed(ALPHA)).isFalse();
    wealth.add(1);
    assertThat(wealth.value()).isCloseTo(495.1, within(0.1));
    assertThat(wealth.crossed(ALPHA)).isTrue();
  }

  @Test
  void aDifferenceIsFromMinusOneToOne() {
    assertThatThrownBy(() -> after(1.01)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> after(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Ville: whenever one stops, so looking after every pair is allowed. */
  @Test
  void crossesAsSeldomAsItMustWhereNothingIsBetter() {
    int crossed = 0;
    for (int run = 0; run < 2_000; run++) {
      SeedStream coins = new SeedStream(1).child(run);
      Wealth wealth = new Wealth();
      boolean ever = false;
      for (int i = 0; i < 1_000 && !ever; i++) {
        wealth.add(Coins.difference(coins, i, 0.3, 0));
        ever = wealth.crossed(0.05);
      }
      crossed += ever ? 1 : 0;
    }
    assertThat(crossed).isBetween(20, 100);
  }

  private static double after(double... differences) {
    Wealth wealth = new Wealth();
    for (double difference : differences) {
      wealth.add(difference);
    }
    return wealth.value();
  }
}
