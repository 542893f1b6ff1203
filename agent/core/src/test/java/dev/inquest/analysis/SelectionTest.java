package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

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
}
