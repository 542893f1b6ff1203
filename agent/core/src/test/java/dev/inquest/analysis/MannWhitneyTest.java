package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannWhitneyTest {
  /** Two samples without ties of which the second has the given U below the first. */
  private static double pValue(int n, int m, int u) {
    double[] first = new double[n];
    double[] second = new double[m];
    for (int i = 0; i < n; i++) {
      first[i] = 10.0 * i;
    }
    int left = u;
    for (int j = m - 1; j >= 0; j--) {
      int below = Math.min(n, left);
      second[j] = 10.0 * below - 5 + 0.01 * j;
      left -= below;
    }
    assertThat(MannWhitney.u(first, second)).isEqualTo(u);
    return MannWhitney.pValue(first, second);
  }

  /** Critical values of U for a two-sided 5 %, as printed in tables of the test. */
  @ParameterizedTest
  @CsvSource({"4,4,0", "5,5,2", "6,6,5", "7,7,8", "8,8,13", "9,9,17", "10,10,23", "5,10,8"})
  void agreesWithPublishedCriticalValues(int n, int m, int critical) {
    assertThat(pValue(n, m, critical)).isLessThanOrEqualTo(0.05);
    assertThat(pValue(n, m, critical + 1)).isGreaterThan(0.05);
  }

  /** n = m = 20: the critical value for 5 % is 127, by the exact distribution. */
  @Test
  void largerSamplesAgreeToo() {
    assertThat(pValue(20, 20, 127)).isLessThanOrEqualTo(0.05);
    assertThat(pValue(20, 20, 128)).isGreaterThan(0.05);
  }

  @Test
  void completeSeparationIsTwoOverTheNumberOfArrangements() {
    assertThat(pValue(4, 4, 0)).isCloseTo(2.0 / 70, within(1e-12));
  }

  @Test
  void tiesCountHalf() {
    assertThat(MannWhitney.u(new double[] {1, 2, 2, 3}, new double[] {2, 4})).isEqualTo(2 + 4);
  }
}
