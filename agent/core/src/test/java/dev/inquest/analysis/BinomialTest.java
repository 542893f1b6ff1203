package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinomialTest {
  @Test
  void tailsByHand() {
    assertThat(Binomial.atLeast(0, 5, 0.3)).isEqualTo(1);
    assertThat(Binomial.atLeast(1, 1, 0.5)).isEqualTo(0.5, within(1e-12));
    assertThat(Binomial.atLeast(2, 2, 0.1)).isEqualTo(0.01, within(1e-12));
    assertThat(Binomial.atLeast(1, 3, 0.5)).isEqualTo(0.875, within(1e-12));
  }

  @Test
  void divergenceByHand() {
    double expected = 0.5 * Math.log(2) + 0.5 * Math.log(0.5 / 0.75);
    assertThat(Binomial.divergence(0.5, 0.25)).isEqualTo(expected, within(1e-12));
    assertThat(Binomial.divergence(1, 0.25)).isEqualTo(Math.log(4), within(1e-12));
    assertThat(Binomial.divergence(0.2, 0.25)).isZero();
  }
}
