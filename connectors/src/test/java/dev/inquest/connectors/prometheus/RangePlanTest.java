package dev.inquest.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RangePlanTest {
  private static final Duration STEP = Duration.ofSeconds(15);

  @Test
  void stepsLieOnMultiplesOfTheStep() {
    RangePlan plan = RangePlan.of(query(1_007, 1_100, 10, 1_000), STEP, List.of(gauge("a", 1)));
    assertThat(plan.pieces()).containsExactly(new RangePlan.Piece(1_020, 1_095));
  }

  @Test
  void theEndItselfIsNotAsked() {
    RangePlan plan = RangePlan.of(query(1_005, 1_095, 10, 1_000), STEP, List.of(gauge("a", 1)));
    assertThat(plan.pieces()).containsExactly(new RangePlan.Piece(1_005, 1_080));
  }

  @Test
  void noPieceHasMorePointsThanPrometheusGives() {
    RangePlan plan =
        RangePlan.of(
            query(0, 1_000_000, 10, 1_000_000), Duration.ofSeconds(1), List.of(gauge("a", 1)));
    assertThat(plan.pieces())
        .allSatisfy(p ->
            assertThat((p.toSecond() - p.fromSecond()) / plan.step().toSeconds())
                .isLessThan(11_000));
    for (int i = 1; i < plan.pieces().size(); i++) {
      assertThat(plan.pieces().get(i).fromSecond())
          .isEqualTo(plan.pieces().get(i - 1).toSecond() + plan.step().toSeconds());
    }
  }

  @Test
  void aWiderStepKeepsManySeriesBelowTheirPoints() {
    RangePlan plan = RangePlan.of(query(0, 36_000, 100, 10_000), STEP, List.of(gauge("a", 50)));
    long points = 36_000 / plan.step().toSeconds() * 50;
    assertThat(points).isLessThanOrEqualTo(10_000);
    assertThat(plan.step()).isGreaterThan(STEP);
    assertThat(plan.warnings()).isNotEmpty();
  }

  @Test
  void oneHugeFamilyDoesNotCrowdOutTheOthers() {
    List<Family> all = List.of(gauge("a", 1), gauge("b", 2), gauge("monster", 5_000));
    RangePlan plan = RangePlan.of(query(0, 600, 100, 100_000), STEP, all);
    assertThat(plan.families()).extracting(Family::name).containsExactly("a", "b");
    assertThat(plan.truncated()).isTrue();
    assertThat(plan.warnings()).isNotEmpty();
  }

  private static Family gauge(String name, int labelSets) {
    return new Family(name, FamilyKind.GAUGE, "service", labelSets);
  }

  private static MetricQuery query(long from, long to, int maxSeries, int maxPoints) {
    TimeWindow window = new TimeWindow(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    return new MetricQuery(Set.of(), window, Duration.ofSeconds(1), maxSeries, maxPoints);
  }
}
