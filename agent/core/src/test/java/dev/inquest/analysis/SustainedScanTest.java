package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.analysis.SustainedScan.Found;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SustainedScanTest {
  private final SustainedScan scan = new SustainedScan(0.98, 0.05, 0.2);

  /** Pairs of neighbours in 9, 11, 9, … are all 10: the floor of a twentieth is the scale. */
  @Test
  void theEffectIsCountedFromWhatTheBaselineReached() {
    double[] baseline = new double[20];
    Arrays.setAll(baseline, i -> i % 2 == 0 ? 9 : 11);
    Found found = scan.rise(baseline, new double[] {10, 15, 15, 10}, 2, 0);
    assertThat(found.peak()).isEqualTo(15);
    assertThat(found.centre()).isEqualTo(10);
    assertThat(found.effect()).isEqualTo(10, within(1e-9));
    assertThat(new int[] {found.from(), found.to()}).containsExactly(1, 3);
    assertThat(found.pValue()).isEqualTo(3.0 / 20 * Math.exp(-10), within(1e-12));
  }

  @Test
  void aLoneWildSampleIsNotSustained() {
    double[] baseline = new double[40];
    Arrays.setAll(baseline, i -> i % 10 == 9 ? 50 : 10);
    Found found = scan.rise(baseline, new double[] {10, 50, 10, 10}, 2, 0);
    assertThat(found.effect()).isZero();
    assertThat(found.pValue()).isGreaterThan(0.05);
  }

  @Test
  void aBaselineOfZerosHasAScaleOfItsOwn() {
    Found counted = scan.rise(new double[30], new double[] {0, 4, 4}, 2, 0);
    Found share = scan.rise(new double[30], new double[] {0, 4, 4}, 2, 1);
    assertThat(counted.effect()).isEqualTo(5, within(1e-9));
    assertThat(share.effect()).isEqualTo(4, within(1e-9));
  }

  @Test
  void oneSampleOfEachIsEnoughToAnswer() {
    assertThat(scan.rise(new double[] {1}, new double[] {1}, 2, 0).effect()).isZero();
  }

  /** Autocorrelated noise reaches p ≤ 0.05 no more often than it should, by a margin. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.8})
  void chanceDoesNotLookLikeAnIncident(double correlation) {
    int alarms = 0;
    for (int seed = 1; seed <= 400; seed++) {
      double[] noise = noise(seed, 140, correlation);
      Found found = scan.rise(Arrays.copyOf(noise, 136), Arrays.copyOfRange(noise, 136, 140), 2, 0);
      alarms += found.pValue() <= 0.05 ? 1 : 0;
    }
    assertThat(alarms / 400.0).isLessThan(0.08);
  }

  private static double[] noise(int seed, int n, double correlation) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[n];
    double last = random.nextGaussian();
    for (int i = 0; i < n; i++) {
      last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      x[i] = 100 + 10 * last;
    }
    return x;
  }
}
