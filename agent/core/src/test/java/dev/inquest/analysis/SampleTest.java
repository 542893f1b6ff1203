package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static Sample of(double weight, double... values) {
    Sample sample = new Sample();
    for (double value : values) {
      sample.add(value, weight);
    }
    return sample;
  }

  @Test
  void equalWeightsGiveTheUnweightedAnswer() {
    double[] a = IntStream.range(0, 40).asDoubleStream().toArray();
    double[] b = IntStream.range(0, 40).mapToDouble(i -> i + 12.5).toArray();
    assertThat(of(3, a).pValue(of(3, b))).isCloseTo(MannWhitney.pValue(a, b), within(1e-3));
    assertThat(of(3, a).superiority(of(3, b)))
        .isCloseTo(MannWhitney.u(a, b) / (40 * 40), within(1e-12));
  }

  @Test
  void aTieCountsHalf() {
    assertThat(of(1, 1, 2, 2, 3).superiority(of(1, 4, 2))).isEqualTo((4 + 2) / 8.0);
  }

  @Test
  void aPairCountsTheProductOfItsWeights() {
    Sample first = of(1, 1);
    first.add(5, 3);
    Sample second = of(2, 3);
    second.add(6, 1);
    assertThat(first.superiority(second)).isEqualTo((1 * 2 + 1 * 1 + 3 * 1) / (4.0 * 3));
  }

  @Test
  void oneHeavyValueIsWorthOneValue() {
    Sample sample = of(1, 1, 2, 3);
    sample.add(4, 1000);
    assertThat(sample.effective()).isCloseTo(1, within(0.01));
  }

  @Test
  void aQuantileIsWhereTheWeightReachesTheShare() {
    Sample sample = of(1, 30, 10);
    sample.add(20, 2);
    assertThat(sample.quantile(0.25)).isEqualTo(10);
    assertThat(sample.quantile(0.26)).isEqualTo(20);
    assertThat(sample.quantile(0.75)).isEqualTo(20);
    assertThat(sample.quantile(1)).isEqualTo(30);
    sample.add(5, 4);
    assertThat(sample.quantile(0.5)).isEqualTo(5);
    assertThat(sample.mean()).isEqualTo((30 + 10 + 2 * 20 + 4 * 5) / 8.0);
  }

  @Test
  void ofNothingNothingIsSaid() {
    Sample nothing = new Sample();
    assertThat(nothing.quantile(0.5)).isZero();
    assertThat(nothing.mean()).isZero();
    assertThat(nothing.pValue(of(1, 2, 3))).isEqualTo(1);
    assertThat(of(1, 2, 3).pValue(nothing)).isEqualTo(1);
  }
}
