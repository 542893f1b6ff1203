package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void findsTheMedianThatSortingFinds() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 5_000; round++) {
      double[] values = Draws.values(random, 1 + random.nextInt(50));
      double sorted = Robust.median(values);
      assertThat(Selection.median(values)).isEqualTo(sorted);
    }
  }

  @Test
  void knowsTheMedianOfTheSameValuesTurned() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 5_000; round++) {
      double[] values = Draws.values(random, 1 + random.nextInt(50));
      double[] turned = Arrays.stream(values).map(v -> -v).toArray();
      Middle middle = Middle.of(values);
      assertThat(middle.median()).isEqualTo(Robust.median(values));
      assertThat(middle.negated().median()).isEqualTo(Robust.median(turned));
    }
    assertThatThrownBy(() -> Middle.of(new double[0])).isInstanceOf(IllegalArgumentException.class);
  }
}
