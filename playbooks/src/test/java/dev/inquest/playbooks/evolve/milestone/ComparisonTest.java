package dev.inquest.playbooks.evolve.milestone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Trial;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  @Test
  void countsWhoHadWhatRight() {
    List<OpenedPair> pairs = new ArrayList<>();
    add(pairs, 5, 1, 1);
    add(pairs, 4, 0, 1);
    add(pairs, 1, 1, 0);
    add(pairs, 10, 0, 0);
    Comparison found = Comparison.of("set", pairs);
    assertThat(found.tasks()).isEqualTo(20);
    assertThat(found.start()).isEqualTo(new Comparison.Tally(6, 20, 14));
    assertThat(found.now()).isEqualTo(new Comparison.Tally(9, 20, 11));
    assertThat(found.won()).isEqualTo(4);
    assertThat(found.lost()).isEqualTo(1);
    assertThat(found.difference()).isEqualTo(0.15);
    assertThat(found.low()).isLessThan(0.15);
    assertThat(found.high()).isGreaterThan(0.15);
    assertThat(found.points()).as("no other measure than right and wrong").isNull();
  }

  /** 2 · (5 + 1) / 2⁵ = 0.375; 2 / 2⁶. */
  @Test
  void mcNemarIsExact() {
    assertThat(Comparison.mcnemar(4, 1)).isCloseTo(0.375, within(1e-12));
    assertThat(Comparison.mcnemar(1, 4)).isCloseTo(0.375, within(1e-12));
    assertThat(Comparison.mcnemar(6, 0)).isCloseTo(2 / 64.0, within(1e-12));
    assertThat(Comparison.mcnemar(3, 3)).isEqualTo(1);
    assertThat(Comparison.mcnemar(0, 0)).isEqualTo(1);
  }

  @Test
  void tasksWeighInTheirOwnMeasure() {
    List<OpenedPair> pairs =
        List.of(
            new OpenedPair(opened("a", 0.5, 1, 4), opened("a", 0.9, 3, 4)),
            new OpenedPair(opened("b", 0.5, 0, 0), opened("b", 0.5, -1, 0)),
            new OpenedPair(opened("c", 0.5, 2, 6), opened("c", 0.5, 2, 6)));
    Points points = requireNonNull(Comparison.of("set", pairs).points());
    assertThat(points.start()).isEqualTo(30);
    assertThat(points.now()).isEqualTo(40);
    assertThat(points.difference()).isEqualTo(10);
    assertThat(points.low()).isLessThanOrEqualTo(0);
    assertThat(points.high()).isGreaterThanOrEqualTo(20);
    assertThat(points).isEqualTo(Comparison.of("set", pairs).points());
  }

  /** The mean of 400 differences of sd 5 points: ± 1.96 · 5 / 20. */
  @Test
  void theBootstrapOfManyTasksIsAboutNormal() {
    List<OpenedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double now = i % 2 == 0 ? 0.45 : 0.55;
      pairs.add(new OpenedPair(opened("t" + i, 0.5, 0.5, 1), opened("t" + i, now, now, 1)));
    }
    Points points = requireNonNull(Comparison.of("set", pairs).points());
    assertThat(points.low()).isCloseTo(-0.49, within(0.05));
    assertThat(points.high()).isCloseTo(0.49, within(0.05));
  }

  private static void add(List<OpenedPair> pairs, int times, int start, int now) {
    for (int i = 0; i < times; i++) {
      String task = "t" + pairs.size();
      pairs.add(new OpenedPair(opened(task, start, start, 1), opened(task, now, now, 1)));
    }
  }

  private static OpenedTrial opened(String task, double score, double points, double of) {
    return new OpenedTrial(
        new Trial(task, "kind", score, true, score == 0, 0.5, 1, null), points, of);
  }
}
