package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AutocorrelationTest {
  @Test
  void inflatesByTheSumOfItsDefinition() {
    SplittableRandom random = new SplittableRandom(13);
    for (int round = 0; round < 500; round++) {
      double[] residuals =
          Draws.process(random, 4 + random.nextInt(200), 0.97 * random.nextDouble(), 0);
      assertThat(Autocorrelation.inflation(residuals)).isEqualTo(defined(residuals));
    }
  }

  @Test
  void isOneOfWhatIsTooShortOrConstant() {
    assertThat(Autocorrelation.inflation(new double[] {1, -1, 1})).isEqualTo(1);
    assertThat(Autocorrelation.inflation(new double[20])).isEqualTo(1);
  }

  /** Lag by lag. */
  private static double defined(double[] x) {
    int n = x.length;
    double variance = covariance(x, 0);
    double first = covariance(x, 1) / variance;
    double corrected = Math.min(0.95, Math.max(0, (first + 1.0 / n) / (1 - 3.0 / n)));
    double sum = 1;
    for (int lag = 1; lag <= n / 4 && covariance(x, lag) > 0; lag++) {
      sum += 2 * (covariance(x, lag) / variance);
    }
    return Math.max(1, Math.max((1 + corrected) / (1 - corrected), sum));
  }

  private static double covariance(double[] x, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += x[i] * x[i - lag];
    }
    return sum / x.length;
  }
}
