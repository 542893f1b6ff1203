package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallStatisticsTest {
  @Test
  void theMadOfNormalNoiseIsItsStandardDeviation() {
    Random random = new Random(1);
    double[] noise = random.doubles(20_000).map(u -> random.nextGaussian() * 3).toArray();
    assertThat(Robust.mad(noise)).isCloseTo(3, within(0.1));
  }

  @Test
  void quantilesInterpolate() {
    assertThat(Robust.quantile(new double[] {4, 1, 3, 2}, 0.5)).isEqualTo(2.5);
    assertThat(Robust.quantile(new double[] {1, 2, 3, 4, 5}, 0.25)).isEqualTo(2);
  }

  @Test
  void hodgesLehmannIsTheMedianOfAllDifferences() {
    HodgesLehmann shift = new HodgesLehmann(new double[] {1, 2, 3}, new double[] {11, 12, 16});
    assertThat(shift.shift()).isEqualTo(10);
    assertThat(shift.interval(1).low()).isLessThanOrEqualTo(10);
    assertThat(shift.interval(1).high()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void theSlopeOfALineIsItsSlopeAndOfNoiseNothing() {
    Random random = new Random(2);
    double[] times = new double[100];
    double[] line = new double[100];
    double[] noise = new double[100];
    for (int i = 0; i < 100; i++) {
      times[i] = 15.0 * i;
      line[i] = 0.2 * times[i] + random.nextGaussian();
      noise[i] = random.nextGaussian();
    }
    assertThat(Trend.slope(times, line, 0.001)).isCloseTo(0.2, within(0.01));
    assertThat(Trend.slope(times, noise, 0.001)).isZero();
  }

  @Test
  void inflationOfAFirstOrderProcessIsNearItsFormula() {
    Random random = new Random(3);
    double[] x = new double[20_000];
    for (int i = 1; i < x.length; i++) {
      x[i] = 0.6 * x[i - 1] + random.nextGaussian();
    }
    assertThat(Autocorrelation.inflation(x)).isCloseTo(1.6 / 0.4, within(0.6));
  }

  @Test
  void sharesThatDifferByChanceAreNotTold() {
    assertThat(Proportions.pValue(0.5, 100, 0.5, 100)).isCloseTo(1, within(1e-9));
    assertThat(Proportions.pValue(0.0, 100, 0.3, 100)).isLessThan(1e-6);
    assertThat(Proportions.pValue(0.0, 3, 1.0, 3)).isGreaterThan(0.05);
  }

  @Test
  void weightedSamplesAnswerForWhatTheyStandFor() {
    Sample sample = new Sample();
    sample.add(1, 9);
    sample.add(10, 1);
    assertThat(sample.mean()).isCloseTo(1.9, within(1e-12));
    assertThat(sample.quantile(0.5)).isEqualTo(1);
    assertThat(sample.quantile(0.95)).isEqualTo(10);
  }
}
