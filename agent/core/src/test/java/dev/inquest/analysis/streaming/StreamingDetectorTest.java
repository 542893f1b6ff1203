package dev.inquest.analysis.streaming;

import static dev.inquest.analysis.streaming.Scores.alarms;
import static dev.inquest.analysis.streaming.Scores.noise;
import static dev.inquest.analysis.streaming.Scores.series;
import static dev.inquest.analysis.streaming.Scores.top;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StreamingDetectorTest {
  private static final int ROWS = 2000;
  private static final int AT = 1200;

  @Test
  void aConstantSeriesIsNeverAnomalous() {
    assertThat(Scores.of(series(ROWS, i -> 7.0))).containsOnly(0.0);
    assertThat(Scores.of(series(ROWS, i -> 0.0))).containsOnly(0.0);
  }

  @Test
  void theFirstDepartureFromAConstantIsAsAnomalousAsCanBe() {
    double[] values = series(ROWS, i -> i == AT ? 8.0 : 7.0);
    double[] scores = Scores.of(values);
    assertThat(scores[AT]).as("new by the whole range, and never before").isEqualTo(1);
    assertThat(Arrays.stream(scores, 0, AT)).containsOnly(0.0);
    assertThat(alarms(values)).containsExactly(AT);
  }

  @Test
  void aStepIsToldMostAndWhenItHappens() {
    double[] values = noise(1, ROWS, 10, 1);
    for (int i = AT; i < ROWS; i++) {
      values[i] += 30;
    }
    assertThat(top(values)).isEqualTo(AT);
    assertThat(alarms(values).stream().filter(row -> row >= AT)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aSpikeIsToldMostOnItsRowAndSoIsADrop() {
    for (double size : new double[] {25, -25}) {
      double[] values = noise(2, ROWS, 10, 1);
      values[AT] += size;
      assertThat(top(values)).as("by %s", size).isEqualTo(AT);
    }
  }

  @Test
  void aValueBetweenTheUsualOnesIsNewToo() {
    double[] values = noise(3, ROWS, 0, 0.1);
    for (int i = 0; i < ROWS; i++) {
      values[i] += i / 50 % 2 == 0 ? 0 : 10;
    }
    values[AT] = 5;
    assertThat(top(values)).isEqualTo(AT);
  }

  @Test
  void aMissingCycleIsSeenInTheRecentMean() {
    double[] values = series(ROWS, i -> i % 50 < 10 && i / 50 != 24 ? 1.0 : 0.0);
    assertThat(top(values))
        .as("each value was there before; so long without the high ones was not")
        .isBetween(AT, AT + 50);
  }

  @Test
  void aFlatLineWithinARepeatingSeriesIsSeen() {
    double[] values = series(ROWS, i -> Math.sin(2 * Math.PI * i / 40));
    Arrays.fill(values, AT, AT + 100, values[AT + 10]);
    assertThat(top(values)).isBetween(AT, AT + 100);
  }

  @Test
  void noiseIsToldAboutOnceInAThousandRowsAndADriftNotMore() {
    int still = 0;
    int drifting = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[] noise = noise(seed, ROWS, 100, 5);
      still += alarms(noise).size();
      drifting += alarms(series(ROWS, i -> noise[i] + i * 0.01)).size();
    }
    assertThat(still).as("records of 34,000 rows").isLessThanOrEqualTo(34);
    assertThat(drifting).isLessThanOrEqualTo(2 * still);
  }

  @Test
  void whatIsNotANumberSaysNothing() {
    double[] values = noise(5, ROWS, 10, 1);
    double[] holed = new double[ROWS + 300];
    System.arraycopy(values, 0, holed, 0, 900);
    for (int i = 900; i < 1200; i++) {
      holed[i] = i % 3 == 0 ? Double.NaN : i % 3 == 1 ? Double.POSITIVE_INFINITY : -1 / 0.0;
    }
    System.arraycopy(values, 900, holed, 1200, ROWS - 900);
    double[] scores = Scores.of(holed);
    double[] without = Scores.of(values);
    assertThat(Arrays.stream(scores, 900, 1200)).containsOnly(0.0);
    assertThat(Arrays.copyOfRange(scores, 1200, ROWS + 300))
        .as("a gap is not a zero, nor a new beginning")
        .isEqualTo(Arrays.copyOfRange(without, 900, ROWS));
  }
}
