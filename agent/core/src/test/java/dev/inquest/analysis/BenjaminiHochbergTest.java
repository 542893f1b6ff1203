package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /** The fifteen p-values of the authors' own example: four are rejected at 5 %. */
  private static final double[] EXAMPLE = {
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.0
  };

  @Test
  void rejectsFourOfTheAuthorsFifteen() {
    assertThat(Arrays.stream(BenjaminiHochberg.adjust(EXAMPLE)).filter(q -> q <= 0.05).count())
        .isEqualTo(4);
  }

  @Test
  void adjustsEachInItsPlace() {
    double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.04, 0.01, 0.03});
    assertThat(adjusted[0]).isCloseTo(0.04, within(1e-12));
    assertThat(adjusted[1]).isCloseTo(0.03, within(1e-12));
    assertThat(adjusted[2]).isCloseTo(0.04, within(1e-12));
  }

  @Test
  void nothingTestedIsNothingAdjusted() {
    assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
  }
}
