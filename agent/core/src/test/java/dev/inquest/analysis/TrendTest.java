package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void countsRisingPairsLessFallingOnes() {
    assertThat(Trend.concordance(new double[] {1, 3, 2, 2})).isEqualTo(3 - 2);
    SplittableRandom random = new SplittableRandom(37);
    for (int round = 0; round < 3_000; round++) {
      double[] values = Draws.values(random, random.nextInt(60));
      assertThat(Trend.concordance(values)).isEqualTo(pairByPair(values));
    }
  }

  @Test
  void findsASlopeAmongNoiseAndNoneInNoise() {
    SplittableRandom random = new SplittableRandom(41);
    double[] times = IntStream.range(0, 100).mapToDouble(i -> 60.0 * i).toArray();
    double[] noise = Draws.process(random, 100, 0, 0);
    double[] drift = IntStream.range(0, 100).mapToDouble(i -> noise[i] + 0.2 * i).toArray();
    assertThat(Trend.slope(times, noise, 0.001)).isZero();
    assertThat(Trend.slope(times, drift, 0.001)).isBetween(0.18 / 60, 0.22 / 60);
  }

  private static int pairByPair(double[] v) {
    int count = 0;
    for (int i = 0; i < v.length; i++) {
      for (int j = i + 1; j < v.length; j++) {
        count += (int) Math.signum(v[j] - v[i]);
      }
    }
    return count;
  }
}
