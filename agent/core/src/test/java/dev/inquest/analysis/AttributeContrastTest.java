package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.analysis.AttributeContrast.Separating;
import dev.inquest.evidence.SampledTrace;
import dev.inquest.evidence.Span;
import dev.inquest.evidence.SpanKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttributeContrastTest {
  private static final Instant ONSET = Instant.parse("2026-03-01T03:00:00Z");
  private static final long MILLI = 1_000_000;

  private final List<SampledTrace> traces = new ArrayList<>();

  /** Eighty requests of 10 ms before, and after it eighty of which every other one takes 100 ms. */
  private void shop(IntFunction<Map<String, String>> attributes, @Nullable String slowInstance) {
    for (int i = 0; i < 80; i++) {
      add(-600 + i, 10, null, attributes.apply(i), 1);
      boolean slow = i % 2 == 0;
      add(i, slow ? 100 : 10, slow ? slowInstance : "calm", attributes.apply(i), i < 20 ? 2 : 1);
    }
  }

  private void add(
      int second,
      long millis,
      @Nullable String instance,
      Map<String, String> attributes,
      double weight) {
    long start = (ONSET.getEpochSecond() + second) * 1_000_000_000L;
    String id = "t" + traces.size();
    Span span =
        new Span(
            id,
            id,
            null,
            "orders",
            instance,
            null,
            "GET /orders",
            SpanKind.SERVER,
            start,
            millis * MILLI,
            false,
            attributes);
    traces.add(new SampledTrace(List.of(span), weight, "all"));
  }

  private List<Separating> found() {
    return AttributeContrast.find(
        traces,
        OperationComparison.changed(traces, ONSET.minusSeconds(1), ONSET, 0.05),
        ONSET,
        0.05);
  }

  @Test
  void tellsWhatTheSlowOnesHaveAndTheFastOnesHaveNot() {
    shop(i -> Map.of("tenant", i % 2 == 0 ? "acme" : "other", "region", "eu"), null);

    Separating first = found().getFirst();

    assertThat(first.attribute()).isEqualTo("tenant");
    assertThat(first.value()).isEqualTo("acme");
    assertThat(first.slowShare()).isEqualTo(1);
    assertThat(first.fastShare()).isZero();
    assertThat(first.slow()).isEqualTo(40);
    assertThat(first.fast()).isEqualTo(40);
    assertThat(found()).noneMatch(s -> s.attribute().equals("region"));
  }

  @Test
  void sharesAreWeighted() {
    // of the forty fast ones ten have it, each for two; of the slow ones all
    shop(i -> Map.of("tenant", i % 2 == 0 || i < 20 ? "acme" : "other"), null);

    assertThat(found().getFirst().fastShare()).isCloseTo(20 / 50.0, within(1e-12));
  }

  @Test
  void theInstanceIsLookedAtToo() {
    shop(i -> Map.of(), "sick");

    assertThat(found())
        .first()
        .satisfies(s -> {
          assertThat(s.attribute()).isEqualTo("service.instance.id");
          assertThat(s.value()).isEqualTo("sick");
        });
  }

  @Test
  void whatNamesSingleRequestsOrIsEverywhereTellsNothing() {
    shop(i -> Map.of("request.id", "r" + traces.size(), "region", "eu"), "calm");

    assertThat(found()).isEmpty();
  }

  @Test
  void namesThatRequestsMakeUpNeitherHideNorReplaceWhatSeparates() {
    shop(
        i -> Map.of("z.made.up." + traces.size(), "x", "tenant", i % 2 == 0 ? "acme" : "other"),
        "calm");

    assertThat(found()).extracting(Separating::attribute).containsOnly("tenant");
  }

  @Test
  void chanceIsNotToldAsACommonTrait() {
    int told = 0;
    for (int seed = 0; seed < 50; seed++) {
      traces.clear();
      Random random = new Random(seed);
      shop(i -> Map.of("a", "v" + random.nextInt(3), "b", "v" + random.nextInt(12)), "calm");
      told += found().size();
    }
    // by the control of false discoveries fewer than one in twenty; the least difference takes more
    assertThat(told).isLessThanOrEqualTo(3);
  }

  @Test
  void numbersArePartedByTheBoundThatPartsThemBest() {
    // slow ones read 1000 rows and more, fast ones below 160
    shop(i -> Map.of("db.rows", i % 2 == 0 ? "" + (1000 + i) : "" + (80 + i)), "calm");

    Separating first = found().getFirst();

    assertThat(first.attribute()).isEqualTo("db.rows");
    assertThat(first.value()).isEqualTo("at least 1000");
    assertThat(first.slowShare()).isEqualTo(1);
    assertThat(first.fastShare()).isZero();
  }

  @Test
  void smallNumbersOfTheSlowOnesAreABoundAbove() {
    shop(i -> Map.of("pool.free", i % 2 == 0 ? "" + i % 5 : 20.5 + i + ""), "calm");

    assertThat(found())
        .first()
        .satisfies(s -> {
          assertThat(s.value()).isEqualTo("at most 4");
          assertThat(s.slowShare()).isEqualTo(1);
        });
  }

  @Test
  void aSerialNumberSeparatesNothingThoughItGrowsWithTheSlowOnes() {
    // few are slow at first and most at the end, and the numbers only count requests
    for (int i = 0; i < 160; i++) {
      Map<String, String> serial = Map.of("request.serial", "" + (7000 + i));
      add(-600 + i, 10, null, serial, 1);
      boolean slow = new Random(i).nextInt(160) < i;
      add(i, slow ? 100 : 10, null, Map.of("request.serial", "" + (9000 + i)), 1);
    }

    assertThat(found()).isEmpty();
  }

  @Test
  void whatLooksLikeNumbersButForOneIsWords() {
    shop(i -> Map.of("size", i == 77 ? "n/a" : i % 2 == 0 ? "" + (1000 + i) : "" + i), "calm");

    assertThat(found()).isEmpty();
  }

  @Test
  void numbersByChanceAreNotTold() {
    int told = 0;
    for (int seed = 0; seed < 50; seed++) {
      traces.clear();
      Random random = new Random(seed);
      shop(i -> Map.of("a", "" + random.nextInt(10_000), "b", "" + random.nextInt(30)), "calm");
      told += found().size();
    }
    assertThat(told).isLessThanOrEqualTo(3);
  }

  @Test
  void theOrderOfTheTracesDecidesNothing() {
    shop(i -> Map.of("tenant", i % 2 == 0 ? "acme" : "other", "shard", "s" + i % 4), "sick");
    List<Separating> before = found();
    Collections.shuffle(traces, new Random(3));

    assertThat(found()).isEqualTo(before).isNotEmpty();
  }
}
