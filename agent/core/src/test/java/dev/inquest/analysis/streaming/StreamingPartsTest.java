package dev.inquest.analysis.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The parts, on values worked out by hand. */
class StreamingPartsTest {
  private static final DoubleUnaryOperator PLAIN = DoubleUnaryOperator.identity();

  @Test
  void aDecayedMeanIsRightFromTheFirstValueOn() {
    DecayedMean mean = new DecayedMean(2);
    assertThat(mean.get()).isZero();
    mean.add(6);
    assertThat(mean.get()).isEqualTo(6);
    mean.add(3);
    assertThat(mean.get()).as("(6/2 + 3) / (1/2 + 1)").isEqualTo(4);
  }

  @Test
  void noveltyIsTheDistanceToTheNearestAsAShareOfTheRange() {
    SeenValues seen = new SeenValues();
    assertThat(seen.novelty(5, PLAIN)).isZero();
    seen.add(0, PLAIN);
    assertThat(seen.novelty(0, PLAIN)).isZero();
    assertThat(seen.novelty(3, PLAIN)).as("all the range there is").isEqualTo(1);
    seen.add(10, PLAIN);
    assertThat(seen.novelty(4, PLAIN)).isEqualTo(0.4);
    assertThat(seen.novelty(9, PLAIN)).isEqualTo(0.1);
    assertThat(seen.novelty(20, PLAIN)).as("10 of the 20 then spanned").isEqualTo(0.5);
    assertThat(seen.novelty(-10, PLAIN)).isEqualTo(0.5);
  }

  @Test
  void tooManyValuesAreThinnedAndTheEndsStay() {
    SeenValues seen = new SeenValues();
    for (int i = 0; i <= 10_000; i++) {
      seen.add(i, PLAIN);
    }
    assertThat(seen.size()).isLessThanOrEqualTo(SeenValues.MOST);
    assertThat(seen.novelty(0, PLAIN)).isZero();
    assertThat(seen.novelty(10_000, PLAIN)).isZero();
    for (int i = 0; i <= 10_000; i++) {
      assertThat(seen.novelty(i, PLAIN)).isLessThan(1e-3);
    }
  }

  @Test
  void theSoftScaleIsLinearNearAndLogarithmicFar() {
    SoftScale scale = new SoftScale(1000, 10);
    assertThat(scale.of(42)).as("no deviation yet").isEqualTo(42);
    for (int i = 0; i < 4000; i++) {
      scale.add(i % 2 == 0 ? 1 : -1);
    }
    assertThat(scale.of(0.5) - scale.of(-0.5)).isCloseTo(0.1, within(2e-3));
    double far = scale.of(1e6) - scale.of(1e5);
    assertThat(far).isCloseTo(Math.log(10), within(1e-3));
    assertThat(scale.of(-1e200)).isFinite().isLessThan(scale.of(-1e100));
  }

  @Test
  void anEpisodeIsToldAgainOnlyWhereItGrowsClearlyWorse() {
    Episodes episodes = new Episodes(0.03, 0.3);
    assertThat(episodes.news(2)).isEqualTo(2);
    assertThat(episodes.news(2.2)).as("not by the margin").isZero();
    assertThat(episodes.news(2.6)).isEqualTo(2.6);
    for (int quiet = 0; quiet < 30; quiet++) {
      assertThat(episodes.news(0)).isZero();
    }
    assertThat(episodes.news(2)).as("30 rows are within the episode").isZero();
    assertThat(episodes.news(2.4)).as("which that row ended, being the new peak").isEqualTo(2.4);
  }

  @Test
  void viewsWaitUntilTheyKnow() {
    View smoothed = View.smoothed(2);
    assertThat(smoothed.next(1)).isNaN();
    assertThat(smoothed.next(1)).isNaN();
    assertThat(smoothed.next(1)).isEqualTo(1);
    View departure = View.departure(2);
    assertThat(departure.next(6)).as("from nothing").isNaN();
    assertThat(departure.next(3)).isEqualTo(-3);
    assertThat(departure.next(3)).isEqualTo(-1);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new StreamingSettings(0, 200, 1000, 10, .03, .3, 50))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StreamingSettings(32, 200, 1000, Double.NaN, .03, .3, 50))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
