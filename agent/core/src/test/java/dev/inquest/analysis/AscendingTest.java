package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AscendingTest {
  @Test
  void equalNumbersStayAsTheyCame() {
    assertThat(Ascending.of(new double[] {2, 1, 2, -0.5, 1})).containsExactly(3, 1, 4, 0, 2);
    assertThat(Ascending.of(new double[] {7})).containsExactly(0);
    assertThat(Ascending.of(new double[0])).isEmpty();
  }

  @Test
  void isTheOrderThatTheLibraryGives() {
    SplittableRandom random = new SplittableRandom(5);
    for (int length = 0; length < 70; length++) {
      double[] values = random.ints(length, 0, 1 + length / 2).asDoubleStream().toArray();
      int[] expected =
          IntStream.range(0, length)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> values[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(Ascending.of(values)).isEqualTo(expected);
    }
  }
}
