package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairDifferencesTest {
  @Test
  void areInOrder() {
    PairDifferences differences =
        new PairDifferences(new double[] {1, 2, 4}, new double[] {10, 11});
    double[] all = new double[6];
    Arrays.setAll(all, differences::at);
    assertThat(all).containsExactly(6, 7, 8, 9, 9, 10);
    assertThat(differences.median()).isEqualTo(8.5);
  }

  @Test
  void areTheSameAsWrittenDownAndSorted() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 500; round++) {
      double[] first = Draws.values(random, 1 + random.nextInt(60));
      double[] second = Draws.values(random, 1 + random.nextInt(60));
      double[] written = written(first, second);
      Arrays.sort(first);
      Arrays.sort(second);
      PairDifferences differences = new PairDifferences(first, second);
      assertThat(differences.median()).isEqualTo(Robust.median(written));
      int rank = random.nextInt(written.length);
      assertThat(differences.at(rank)).isEqualTo(written[rank]);
      assertThat(differences.at(0)).isEqualTo(written[0]);
      assertThat(differences.at(written.length - 1)).isEqualTo(written[written.length - 1]);
    }
  }

  private static double[] written(double[] first, double[] second) {
    double[] all = new double[first.length * second.length];
    int at = 0;
    for (double y : second) {
      for (double x : first) {
        all[at++] = y - x;
      }
    }
    Arrays.sort(all);
    return all;
  }
}
