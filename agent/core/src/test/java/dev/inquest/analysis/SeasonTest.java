package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days with a cycle; the last three hours are those in which something may have changed. */
class SeasonTest {
  private static final DetectorSettings SETTINGS = DetectorSettings.DEFAULT;
  private static final Instant ORIGIN = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration RECENT = Duration.ofHours(3);

  /** From 100 at six in the morning to 300 at six in the evening. */
  private static double daily(double hour) {
    return 200 - 100 * Math.sin(2 * Math.PI * hour / 24);
  }

  private static FiniteSeries series(double hours, long seed, DoubleUnaryOperator value) {
    int n = (int) (hours * 12);
    Random random = new Random(seed);
    long[] times = new long[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      times[i] = ORIGIN.plus(STEP.multipliedBy(i)).toEpochMilli();
      values[i] = value.applyAsDouble(i / 12.0) + 2 * random.nextGaussian();
    }
    return FiniteSeries.of(new MetricSeries(SeriesId.of("x", Map.of()), times, values), ORIGIN);
  }

  private static double earliest(double hours) {
    return hours * 3600 - RECENT.toSeconds();
  }

  private static Optional<LevelShift> find(double hours, FiniteSeries series) {
    FiniteSeries looked = Season.without(series, earliest(hours), SETTINGS).orElse(series);
    return looked.find(new RobustMeanShift(), looked.size(), earliest(hours), SETTINGS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theDailyRiseIsNoShift(long seed) {
    double hours = 3 * 24 + 15;
    assertThat(find(hours, series(hours, seed, SeasonTest::daily))).isEmpty();
  }

  @Test
  void aJobThatRunsEachAfternoonIsNoShift() {
    double hours = 3 * 24 + 15;
    FiniteSeries series = series(hours, 7, h -> h % 24 >= 14 && h % 24 < 16 ? 250 : 100);
    Optional<LevelShift> alone =
        series.find(new RobustMeanShift(), series.size(), earliest(hours), SETTINGS);
    assertThat(alone).as("without history it looks like one").isPresent();
    assertThat(find(hours, series)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aStepInTheDailyFallIsFoundAgainstTheSameTimeOfOtherDays(long seed) {
    double hours = 3 * 24 + 4;
    FiniteSeries series = series(hours, seed, h -> daily(h) + (h > hours - 1 ? 40 : 0));
    LevelShift shift = find(hours, series).orElseThrow();
    FiniteSeries looked = Season.without(series, earliest(hours), SETTINGS).orElseThrow();
    assertThat(looked.secondsAt(shift.firstAfter()) / 3600).isCloseTo(hours - 1, within(0.2));
    assertThat(shift.after() - shift.before()).isCloseTo(40, within(4.0));
  }

  @Test
  void aWeekendIsHeldAgainstTheLastOne() {
    DoubleUnaryOperator week = h -> (h / 24) % 7 >= 5 ? 50 : daily(h);
    double hours = 12 * 24 + 15;
    FiniteSeries series = series(hours, 6, week);
    assertThat(find(hours, series)).isEmpty();
    FiniteSeries busy = series(hours, 6, h -> week.applyAsDouble(h) + (h > hours - 1 ? 60 : 0));
    assertThat(find(hours, busy)).isPresent();
  }

  @Test
  void lessThanADayIsNoHistory() {
    assertThat(Season.without(series(20, 1, SeasonTest::daily), earliest(20), SETTINGS)).isEmpty();
  }

  @Test
  void whereThereIsNoCycleNoneIsTakenOut() {
    double hours = 3 * 24;
    assertThat(Season.without(series(hours, 1, h -> 200), earliest(hours), SETTINGS)).isEmpty();
  }

  @Test
  void aHoleInHistoryNeitherHidesNorMakesAShift() {
    double hours = 3 * 24 + 15;
    FiniteSeries calm = holed(series(hours, 3, SeasonTest::daily), 34, 41);
    assertThat(find(hours, calm)).isEmpty();
    FiniteSeries ill = holed(series(hours, 3, h -> daily(h) + (h > hours - 1 ? 60 : 0)), 34, 41);
    assertThat(find(hours, ill)).isPresent();
  }

  @Test
  void withoutTheSameTimeEarlierNothingIsTakenOut() {
    double hours = 3 * 24 + 15;
    FiniteSeries unknown = holed(series(hours, 3, SeasonTest::daily), 11, 3 * 24 - 9);
    assertThat(Season.without(unknown, earliest(hours), SETTINGS)).isEmpty();
  }

  private static FiniteSeries holed(FiniteSeries whole, double from, double to) {
    int[] kept =
        IntStream.range(0, whole.size())
            .filter(i -> whole.secondsAt(i) / 3600 < from || whole.secondsAt(i) / 3600 > to)
            .toArray();
    double[] values = Arrays.stream(kept).mapToDouble(whole::valueAt).toArray();
    return whole.with(kept, values);
  }
}
