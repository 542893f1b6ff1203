package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.RefutedChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What should not matter does not: names, times, units, order. */
class InvarianceTest {
  private static final Instant START = Instant.parse("2026-07-11T13:30:00Z");

  /** What is compared: everything but names and times. */
  private record Essence(
      String verdict, String change, String indicator, double confidence, List<String> refuted) {
    static Essence of(Shop.Run run) {
      Cause cause = run.diagnosis().details().causes().getFirst();
      return new Essence(
          run.diagnosis().getClass().getSimpleName(),
          String.valueOf(cause.change()),
          String.valueOf(cause.indicator()),
          Math.round(cause.confidence() * 1e6) / 1e6,
          run.diagnosis().details().refuted().stream().map(RefutedChange::change).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void namesTimesUnitsAndOrderDoNotMatter(long seed) {
    Essence plain = essence(new Shop(seed, START, "shop"), 1, false);
    assertThat(plain.change()).isEqualTo(MissingIndex.CULPRIT);
    assertThat(plain.refuted()).containsExactly(MissingIndex.EARLIER, MissingIndex.LATER);
    assertThat(essence(new Shop(seed, START, "zz-storefront"), 1, false)).isEqualTo(plain);
    assertThat(essence(new Shop(seed, START.plusSeconds(987_654_321), "shop"), 1, false))
        .isEqualTo(plain);
    assertThat(essence(new Shop(seed, START, "shop"), 1, true)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.5, 2, 8})
  void theSizeOfTheUnitDoesNotChangeWhatShifted(double unit) {
    assertThat(effects(unit)).isEqualTo(effects(1));
  }

  private static List<String> effects(double unit) {
    Shop shop = Shop.at(5);
    MissingIndex.happen(shop, unit);
    return shop.run().detection().shifts().stream()
        .map(s -> s.series() + " " + Math.round(s.effect() * 1e6) + " " + s.onset())
        .toList();
  }

  private static Essence essence(Shop shop, double unit, boolean shuffled) {
    MissingIndex.happen(shop, unit);
    if (shuffled) {
      shop.shuffle();
    }
    return Essence.of(shop.run());
  }
}
