package dev.inquest.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LbfgsTest {
  @Test
  void theLeastOfASkewedBowlIsWhereItsMiddleIs() {
    double[] middle = {3, -2, 0.5};
    double[] steep = {1, 100, 0.01};
    Lbfgs.Objective bowl =
        (x, gradient) -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double away = x[i] - middle[i];
            sum += steep[i] * away * away / 2;
            gradient[i] = steep[i] * away;
          }
          return sum;
        };
    assertThat(new Lbfgs(bowl, 100, 1e-10).minimise(new double[3]))
        .usingComparatorWithPrecision(1e-5)
        .containsExactly(middle);
  }

  @Test
  void atTheMiddleNothingMoves() {
    Lbfgs.Objective flat = (x, gradient) -> 0;
    assertThat(new Lbfgs(flat, 10, 1e-6).minimise(new double[] {7})).containsExactly(7);
  }

  @Test
  void theGradientOfTheLikelihoodIsItsSlope() {
    Sparse[] places = {
      new Sparse(new int[] {0, 1}, new double[] {1, 0.5}),
      new Sparse(new int[] {1}, new double[] {2})
    };
    Sparse burst = new Sparse(new int[] {0}, new double[] {0.7});
    Row known = new Row(places, new double[] {0.3, 0}, burst, new boolean[] {true, false}, 1);
    Row unknown = new Row(places, new double[] {0, 0.2}, burst, new boolean[] {false, true}, -1);
    Weights weights = new Weights(2, 2, 1);
    OriginObjective objective =
        new OriginObjective(
            List.of(known, unknown), weights, new MemorySettings(1, 3, 10, 2, 0.5, 0.5, 0.5));
    Random random = new Random(1);
    double[] w = random.doubles(weights.size(), -1, 1).toArray();
    double[] gradient = new double[w.length];
    objective.at(w, gradient);
    for (int i = 0; i < w.length; i++) {
      double slope = (at(objective, w, i, 1e-5) - at(objective, w, i, -1e-5)) / 2e-5;
      assertThat(gradient[i]).as("weight %d", i).isCloseTo(slope, within(1e-6));
    }
  }

  private static double at(OriginObjective objective, double[] w, int index, double step) {
    double[] moved = w.clone();
    moved[index] += step;
    return objective.at(moved, new double[w.length]);
  }
}
