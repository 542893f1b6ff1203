package dev.inquest.playbooks.arena.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NabScoreTest {
  private static final int ROWS = 200;
  private static final Window WINDOW = new Window(100, 119);

  /** The scaled sigmoid of -1, by hand: 2 / (1 + e⁻⁵) - 1. */
  private static final double MOST = 0.9866142981514303;

  @Test
  void nothingToldCostsAWindowAndIsWorthNothing() {
    NabScore score = NabScore.of(told(), List.of(WINDOW), 0.5);
    assertThat(score).isEqualTo(new NabScore(-1, 1, 1, 0, 0));
    assertThat(score.share()).isZero();
  }

  @Test
  void toldAtOnceIsPerfect() {
    NabScore score = NabScore.of(told(100), List.of(WINDOW), 0.5);
    assertThat(score.raw()).isCloseTo(1, within(1e-12));
    assertThat(score.share()).isCloseTo(1, within(1e-12));
    assertThat(score.hit()).isEqualTo(1);
  }

  /** Row 110: (119 - 110 + 1) / 20 = ½, so (2 / (1 + e⁻²·⁵) - 1) / most. */
  @Test
  void theEarliestDetectionCounts() {
    double half = (2 / (1 + Math.exp(-2.5)) - 1) / MOST;
    assertThat(NabScore.of(told(110, 111, 119), List.of(WINDOW), 0.5).raw())
        .isCloseTo(half, within(1e-12));
  }

  @Test
  void aFalseAlarmCostsLessCloseBehindAWindow() {
    assertThat(NabScore.of(told(60), List.of(), 0.5).raw()).isCloseTo(-0.11, within(1e-12));
    // One row behind a window that is 19 wide from edge to edge.
    double close = 0.11 * (2 / (1 + Math.exp(5.0 / 19)) - 1);
    NabScore score = NabScore.of(told(100, 120, 199), List.of(WINDOW), 0.5);
    assertThat(score.raw()).isCloseTo(1 + close - 0.11, within(1e-12));
    assertThat(score.falseAlarms()).isEqualTo(2);
  }

  /** 15 % of 200 rows are for learning. */
  @Test
  void rowsForLearningDoNotCount() {
    assertThat(NabScore.of(told(0, 29), List.of(), 0.5).raw()).isZero();
    assertThat(NabScore.of(told(30), List.of(), 0.5).raw()).isNegative();
    NabScore score = NabScore.of(told(5), List.of(new Window(0, 10), WINDOW), 0.5);
    assertThat(score).isEqualTo(new NabScore(-1, 2, 1, 0, 0));
    assertThat(NabScore.learning(10_000)).isEqualTo(750);
  }

  @Test
  void thresholdsAreReachedNotPassed() {
    double[] scores = new double[ROWS];
    scores[100] = 0.5;
    assertThat(NabScore.of(scores, List.of(WINDOW), 0.5).hit()).isEqualTo(1);
    assertThat(NabScore.of(scores, List.of(WINDOW), 0.500001).hit()).isZero();
  }

  @Test
  void aCleanSeriesIsWholeWhereNothingIsTold() {
    assertThat(NabScore.of(told(), List.of(), 0.5).share()).isEqualTo(1);
    assertThat(NabScore.of(told(50, 90), List.of(), 0.5).share()).isCloseTo(0.89, within(1e-12));
    assertThat(Judge.always(new LabelledSeries("a", "clean", told(), List.of(), false)).score())
        .isZero();
  }

  private static double[] told(int... rows) {
    double[] scores = new double[ROWS];
    for (int row : rows) {
      scores[row] = 1;
    }
    return scores;
  }
}
