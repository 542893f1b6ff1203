package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwoLevelsTest {
  private static final int MARGIN = 5;

  @Test
  void autocorrelationOnlyMakesItLessSure() {
    SplittableRandom random = new SplittableRandom(17);
    for (int round = 0; round < 2_000; round++) {
      int n = 14 + random.nextInt(120);
      double[] values =
          Draws.process(random, n, 0.95 * random.nextDouble(), 4 * random.nextDouble());
      TwoLevels levels = TwoLevels.of(values, 0.02);
      int k = levels.best(MARGIN, n - MARGIN);
      assertThat(levels.leastPValue(k, MARGIN, n - MARGIN))
          .isLessThanOrEqualTo(levels.pValue(k, MARGIN, n - MARGIN));
    }
  }

  @Test
  void theBestSplitLeavesLeastUnexplained() {
    SplittableRandom random = new SplittableRandom(19);
    for (int round = 0; round < 500; round++) {
      int n = 14 + random.nextInt(60);
      TwoLevels levels = TwoLevels.of(Draws.process(random, n, 0.5, 3), 0.02);
      int best = levels.best(MARGIN, n - MARGIN);
      for (int k = MARGIN; k <= n - MARGIN; k++) {
        assertThat(levels.unexplained(best)).isLessThanOrEqualTo(levels.unexplained(k) + 1e-12);
      }
    }
  }
}
