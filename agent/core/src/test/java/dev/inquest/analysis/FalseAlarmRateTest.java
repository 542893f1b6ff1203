package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/**
 * How often something is found where nothing is. The bounds are those of a binomial with the
 * nominal rate plus three standard deviations.
 */
class FalseAlarmRateTest {
  private static final int SERIES = 1_000;

  /** Share of series in which the best split passes at 5 %, whatever its effect. */
  private static double share(int n, double rho, DoubleSupplier noise) {
    int passed = 0;
    for (int s = 0; s < SERIES; s++) {
      double[] x = autocorrelated(n, rho, noise);
      TwoLevels levels = TwoLevels.of(x, 0.02);
      int k = levels.best(8, n - 5);
      passed += Significance.of(levels, TwoLevels.ofRanks(x), k, 8, n - 5).pValue() < 0.05 ? 1 : 0;
    }
    return passed / (double) SERIES;
  }

  private static double[] autocorrelated(int n, double rho, DoubleSupplier noise) {
    double[] x = new double[n];
    double state = 0;
    for (int i = -50; i < n; i++) {
      state = rho * state + Math.sqrt(1 - rho * rho) * noise.getAsDouble();
      if (i >= 0) {
        x[i] = 100 + state;
      }
    }
    return x;
  }

  @Test
  void whiteNoisePassesAtMostAtTheNominalRate() {
    Random random = new Random(11);
    assertThat(share(48, 0, random::nextGaussian)).isLessThan(0.05 + 0.021);
    assertThat(share(300, 0, random::nextGaussian)).isLessThan(0.05 + 0.021);
  }

  @Test
  void autocorrelatedNoiseStaysWithinTwiceTheNominalRate() {
    Random random = new Random(12);
    assertThat(share(60, 0.5, random::nextGaussian)).isLessThan(0.10);
    assertThat(share(300, 0.7, random::nextGaussian)).isLessThan(0.10);
  }

  @Test
  void heavyTailsDoNotPassMoreOften() {
    Random random = new Random(13);
    DoubleSupplier heavy = () -> random.nextGaussian() / Math.max(0.05, random.nextDouble());
    assertThat(share(60, 0, heavy)).isLessThan(0.05 + 0.021);
  }

  @Test
  void withItsLeastEffectTheDetectorIsSilentOnNoise() {
    Random random = new Random(14);
    int found = 0;
    double[] seconds = new double[60];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = i;
    }
    for (int s = 0; s < SERIES; s++) {
      double[] x = autocorrelated(60, 0.5, random::nextGaussian);
      found +=
          new RobustMeanShift().find(seconds, x, 0, DetectorSettings.DEFAULT).isPresent() ? 1 : 0;
    }
    assertThat(found / (double) SERIES).isLessThan(0.01);
  }
}
