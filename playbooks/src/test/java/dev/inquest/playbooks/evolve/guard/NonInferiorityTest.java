package dev.inquest.playbooks.evolve.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NonInferiorityTest {
  @Test
  void isWhatIsComputedByHand() {
    // 398 pairs and 2 added: mean 0, variance 1/400, standard error 1/400.
    GuardCheck same = NonInferiority.test("t", new double[398], 0.1);
    assertThat(same.gain()).isZero();
    assertThat(same.least()).isCloseTo(-1.6448536 / 400, within(1e-8));
    assertThat(same.passed()).isTrue();
    // 40 lost: mean -.1, variance 41/400 - .01, standard error .01521.
    GuardCheck worse = NonInferiority.test("t", lost(398, 40), 0.1);
    assertThat(worse.gain()).isCloseTo(-0.1, within(1e-12));
    assertThat(worse.least()).isCloseTo(-0.1 - 1.6448536 * 0.0152069, within(1e-6));
    assertThat(worse.passed()).isFalse();
    assertThat(NonInferiority.test("t", lost(398, 20), 0.1).passed()).isTrue();
  }

  @Test
  void fewPairsShowNothing() {
    assertThat(NonInferiority.test("t", new double[0], 0.1).passed()).isFalse();
    assertThat(NonInferiority.test("t", new double[10], 0.1).passed()).isFalse();
  }

  /** At the margin itself, the null's least favourable point, about one in twenty may pass. */
  @Test
  void passesWhatIsJustTooBadAsSeldomAsItSays() {
    int passed = 0;
    for (int run = 0; run < 2_000; run++) {
      SeedStream stream = new SeedStream(4).child(run);
      double[] d = new double[400];
      for (int i = 0; i < d.length; i++) {
        double u = stream.unit(i);
        d[i] = u < 0.05 ? 1 : u < 0.20 ? -1 : 0;
      }
      passed += NonInferiority.test("t", d, 0.1).passed() ? 1 : 0;
    }
    assertThat(passed).isBetween(60, 140);
  }

  @Test
  void costMayGrowByAQuarterAndNotBeyond() {
    double[] before = new double[1_000];
    Arrays.fill(before, 100);
    assertThat(NonInferiority.cost("t", before, before, 1.25).passed()).isTrue();
    assertThat(NonInferiority.cost("t", before, times(before, 1.2), 1.25).passed()).isTrue();
    assertThat(NonInferiority.cost("t", before, times(before, 1.3), 1.25).passed()).isFalse();
    assertThat(NonInferiority.cost("t", before, times(before, 1.3), 1.25).gain())
        .isCloseTo(-0.3, within(1e-9));
    assertThat(NonInferiority.cost("t", new double[9], new double[9], 1.25).passed()).isTrue();
  }

  private static double[] times(double[] numbers, double factor) {
    return Arrays.stream(numbers).map(n -> n * factor).toArray();
  }

  private static double[] lost(int pairs, int lost) {
    double[] differences = new double[pairs];
    Arrays.fill(differences, 0, lost, -1);
    return differences;
  }
}
