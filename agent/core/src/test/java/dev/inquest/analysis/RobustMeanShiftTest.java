package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustMeanShiftTest {
  private static final DetectorSettings SETTINGS = DetectorSettings.DEFAULT;

  private static Optional<LevelShift> find(int n, double earliest, IntToDoubleFunction value) {
    double[] seconds = new double[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      seconds[i] = i;
      values[i] = value.applyAsDouble(i);
    }
    return new RobustMeanShift().find(seconds, values, earliest, SETTINGS);
  }

  private static IntToDoubleFunction noisy(long seed, double sigma, IntToDoubleFunction level) {
    Random random = new Random(seed);
    return i -> level.applyAsDouble(i) + sigma * random.nextGaussian();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aStepIsFoundAtItsIndexFromFortyAndEightSamples(long seed) {
    LevelShift shift = find(48, 0, noisy(seed, 1, i -> i < 40 ? 10 : 18)).orElseThrow();
    assertThat(shift.firstAfter()).isEqualTo(40);
    assertThat(shift.lastBefore()).isLessThan(40);
    assertThat(shift.surelyAfter()).isBetween(40, 42);
    assertThat(shift.before()).isCloseTo(10, within(1.0));
    assertThat(shift.after()).isCloseTo(18, within(1.5));
    assertThat(shift.effectLow()).isLessThan(shift.effect());
    assertThat(shift.effectHigh()).isGreaterThan(shift.effect());
    assertThat(shift.pValue()).isLessThan(1e-4);
  }

  /** A split leaves five samples after it; a younger shift is still placed where it is. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void aShiftYoungerThanTheLeastSegmentIsPlacedAtItsFirstSample(int after) {
    IntToDoubleFunction series = noisy(3, 0.05, i -> i < 40 ? 0.1 : 96);
    LevelShift shift = find(40 + after, 0, series).orElseThrow();
    assertThat(shift.firstAfter()).isEqualTo(40);
    assertThat(shift.surelyAfter()).isEqualTo(40);
    assertThat(shift.lastBefore()).isBetween(34, 39);
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 15, 75})
  void aNewLevelIsPlainThoughItBeganWithABacklogThatDrained(int after) {
    IntToDoubleFunction calm = noisy(6, 0.3, i -> 2);
    Random wild = new Random(7);
    IntToDoubleFunction since = i -> i < 3 ? 900 - 250 * i : 40 * Math.exp(wild.nextGaussian() / 2);
    LevelShift shift =
        find(46 + after, 0, i -> i < 46 ? calm.applyAsDouble(i) : since.applyAsDouble(i - 46))
            .orElseThrow();
    assertThat(shift.firstAfter()).isEqualTo(46);
    assertThat(shift.lastBefore()).isBetween(43, 45);
    assertThat(shift.surelyAfter()).isBetween(46, 48);
    assertThat(shift.pValue()).isLessThan(1e-4);
  }

  @Test
  void aDropIsAShiftToo() {
    LevelShift shift = find(48, 0, noisy(3, 1, i -> i < 38 ? 30 : 3)).orElseThrow();
    assertThat(shift.effect()).isNegative();
    assertThat(shift.firstAfter()).isEqualTo(38);
  }

  @Test
  void aConstantSeriesHasNone() {
    assertThat(find(48, 0, i -> 5)).isEmpty();
    assertThat(find(48, 0, i -> 0)).isEmpty();
  }

  @Test
  void aConstantThatChangesIsFoundWithAFiniteEffect() {
    LevelShift shift = find(48, 0, i -> i < 40 ? 0 : 7).orElseThrow();
    assertThat(shift.firstAfter()).isEqualTo(40);
    assertThat(shift.effect()).isFinite().isPositive();
    assertThat(shift.pValue()).isBetween(0.0, 1e-6);
  }

  @Test
  void twoWildSamplesAreNoShift() {
    assertThat(find(60, 0, noisy(5, 1, i -> i == 44 || i == 45 ? 500 : 10))).isEmpty();
  }

  @Test
  void whatReturnedIsNotLasting() {
    assertThat(find(90, 0, noisy(5, 1, i -> i >= 40 && i < 46 ? 60 : 10))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSlowDriftIsNoShift(long seed) {
    assertThat(find(300, 240, noisy(seed, 1, i -> 10 + 0.05 * i))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aDriftWithoutABaselineOfItsOwnIsNoShift(long seed) {
    assertThat(find(60, 0, noisy(seed, 1, i -> 10 + 0.8 * i))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aStepOnADriftIsFound(long seed) {
    LevelShift shift =
        find(300, 240, noisy(seed, 1, i -> 10 + 0.02 * i + (i < 270 ? 0 : 12))).orElseThrow();
    assertThat(shift.firstAfter()).isBetween(269, 271);
  }

  @Test
  void anOlderStepMovesTheBaselineInsteadOfHidingTheNewOne() {
    LevelShift shift =
        find(300, 200, noisy(9, 1, i -> i < 100 ? 10 : i < 260 ? 40 : 60)).orElseThrow();
    assertThat(shift.firstAfter()).isEqualTo(260);
    assertThat(shift.before()).isCloseTo(40, within(1.0));
  }

  @Test
  void onlyAnOlderStepIsNone() {
    assertThat(find(300, 200, noisy(9, 1, i -> i < 100 ? 10 : 40))).isEmpty();
  }

  @Test
  void anOnsetThatCreepsIsAnIntervalThatHoldsItsStart() {
    LevelShift shift =
        find(80, 0, noisy(2, 1, i -> i < 50 ? 10 : Math.min(60, 10 + 5 * (i - 49)))).orElseThrow();
    assertThat(shift.lastBefore()).isLessThanOrEqualTo(50);
    assertThat(shift.surelyAfter()).isGreaterThan(50);
  }

  @Test
  void tooFewSamplesAreNotJudged() {
    assertThat(find(10, 0, i -> i < 5 ? 1 : 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-3, 1, 1e6})
  void theUnitDoesNotMatter(double unit) {
    LevelShift plain = find(60, 0, noisy(4, 1, i -> i < 45 ? 10 : 30)).orElseThrow();
    IntToDoubleFunction series = noisy(4, 1, i -> i < 45 ? 10 : 30);
    LevelShift scaled = find(60, 0, i -> unit * series.applyAsDouble(i)).orElseThrow();
    assertThat(scaled.firstAfter()).isEqualTo(plain.firstAfter());
    assertThat(scaled.effect()).isCloseTo(plain.effect(), within(1e-6));
    assertThat(scaled.pValue()).isCloseTo(plain.pValue(), within(1e-9));
  }
}
