package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {
  @Test
  void areThoseOfTheValuesWrittenDown() {
    OrderStatistics five = OrderStatistics.of(new double[] {9, 1, 4, 2, 2});
    assertThat(five.median()).isEqualTo(2);
    assertThat(five.quantile(0.75)).isEqualTo(4);
    assertThat(five.mad()).isEqualTo(1.4826);
    assertThat(five.largest()).isEqualTo(9);
    assertThat(five.atLeast(2)).isEqualTo(4);
    assertThat(five.ranks(new double[] {9, 1, 4, 2, 2})).containsExactly(5, 1, 4, 2.5, 2.5);
    assertThat(five.negated().median()).isEqualTo(-2);
    assertThatThrownBy(() -> OrderStatistics.of(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void areThoseOfTheirDefinitions() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 2_000; round++) {
      double[] values = Draws.values(random, 1 + random.nextInt(40));
      OrderStatistics inOrder = OrderStatistics.of(values);
      assertThat(inOrder.mad()).isEqualTo(mad(values));
      assertThat(inOrder.ranks(values)).containsExactly(new NaturalRanking().rank(values));
      double some = values[random.nextInt(values.length)];
      assertThat(inOrder.atLeast(some))
          .isEqualTo((int) Arrays.stream(values).filter(v -> v >= some).count());
      double[] turned = Arrays.stream(values).map(v -> -v).toArray();
      assertThat(inOrder.negated().mad()).isEqualTo(mad(turned));
      assertThat(inOrder.negated().quantile(0.9)).isEqualTo(Robust.quantile(turned, 0.9));
    }
  }

  private static double mad(double[] values) {
    double centre = Robust.median(values);
    return 1.4826 * Robust.median(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
  }
}
