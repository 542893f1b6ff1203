package dev.inquest.playbooks.evolve.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedIntervalTest {
  /**
   * Airway hyper-responsiveness before and after stem cell transplantation (Bentur et al., 2009): 1
   * of 21 pairs one way, 7 the other; Fagerland, Lydersen and Laake (2014) give -0.517 to -0.026.
   */
  @Test
  void givesThePublishedInterval() {
    PairedInterval interval = PairedInterval.of(1, 7, 21);
    assertThat(interval.low()).isCloseTo(-0.517, within(5e-4));
    assertThat(interval.high()).isCloseTo(-0.026, within(5e-4));
  }

  @Test
  void isTheMirrorImageWhereThePartsAreChanged() {
    PairedInterval one = PairedInterval.of(40, 20, 160);
    PairedInterval other = PairedInterval.of(20, 40, 160);
    assertThat(one.low()).isCloseTo(0.0308645, within(1e-6)).isCloseTo(-other.high(), within(1e-9));
    assertThat(one.high()).isCloseTo(0.2180642, within(1e-6)).isCloseTo(-other.low(), within(1e-9));
  }

  /** Without any that differ it is z²/(n + z²) to either side. */
  @Test
  void isNotNothingWhereNoneDiffer() {
    PairedInterval interval = PairedInterval.of(0, 0, 50);
    assertThat(interval.high()).isCloseTo(3.841459 / 53.841459, within(1e-6));
    assertThat(interval.low()).isCloseTo(-interval.high(), within(1e-9));
  }

  @Test
  void staysWithinWhatCanBe() {
    assertThat(PairedInterval.of(10, 0, 10).high()).isCloseTo(1, within(1e-9));
    assertThat(PairedInterval.of(0, 10, 10).low()).isCloseTo(-1, within(1e-9));
    assertThatThrownBy(() -> PairedInterval.of(3, 2, 4))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PairedInterval.of(0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
