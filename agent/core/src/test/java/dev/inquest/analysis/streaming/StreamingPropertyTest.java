package dev.inquest.analysis.streaming;

import static dev.inquest.analysis.streaming.Scores.mapped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any series. */
class StreamingPropertyTest {
  private static final int ROWS = 3000;

  /** A rounding error may turn one equality; more rows than these differing is no rounding. */
  private static final int ROUNDING_ROWS = 3;

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void neitherUnitNorOriginNorDirectionMatters(long seed) {
    double[] values = any(seed);
    double[] scores = Scores.of(values);
    assertThat(Arrays.stream(scores).filter(s -> s > 0).count()).isGreaterThan(5);
    assertThat(Scores.of(mapped(values, v -> v * 1024))).isEqualTo(scores);
    assertThat(Scores.of(mapped(values, v -> -v))).isEqualTo(scores);
    same(Scores.of(mapped(values, v -> v * 0.001)), scores);
    same(Scores.of(mapped(values, v -> v * 3600 + 273.15)), scores);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void thePastIsNotJudgedByTheFuture(long seed) {
    double[] values = any(seed);
    double[] scores = Scores.of(values);
    for (int length : new int[] {1, 60, 1000, 2999}) {
      assertThat(Scores.of(Arrays.copyOf(values, length))).isEqualTo(Arrays.copyOf(scores, length));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void scoresLieBetweenZeroAndOneWhateverTheValues(long seed) {
    Random random = new Random(seed);
    double[] values =
        Scores.series(
            ROWS, i -> Double.longBitsToDouble(random.nextLong()) * (random.nextInt(3) - 1));
    assertThat(Arrays.stream(Scores.of(values)).allMatch(s -> s >= 0 && s <= 1)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {41})
  void memoryIsBounded(long seed) {
    Random random = new Random(seed);
    StreamingDetector detector = new StreamingDetector(StreamingSettings.DEFAULT);
    int most = 0;
    for (int i = 0; i < 100_000; i++) {
      detector.next(i * 1e-3 + random.nextGaussian());
      most = Math.max(most, detector.remembered());
    }
    assertThat(most).isGreaterThan(SeenValues.MOST).isLessThanOrEqualTo(3 * SeenValues.MOST);
    assertThat(detector.next(1e4)).as("still awake").isGreaterThan(Scores.ALARM);
  }

  private static void same(double[] actual, double[] expected) {
    int different = 0;
    for (int i = 0; i < expected.length; i++) {
      different += Math.abs(actual[i] - expected[i]) > 1e-6 ? 1 : 0;
    }
    assertThat(different).isLessThanOrEqualTo(ROUNDING_ROWS);
    assertThat(Arrays.stream(actual).max().orElseThrow())
        .isCloseTo(Arrays.stream(expected).max().orElseThrow(), within(1e-6));
  }

  /** A walk with noise, spikes and shifts. */
  private static double[] any(long seed) {
    Random random = new Random(seed);
    double[] level = {random.nextInt(100)};
    return Scores.series(
        ROWS,
        i -> {
          level[0] += 0.05 * random.nextGaussian() + (random.nextInt(600) == 0 ? 8 : 0);
          return level[0] + random.nextGaussian() + (random.nextInt(200) == 0 ? 15 : 0);
        });
  }
}
