package dev.inquest.playbooks.arena.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeriesMakerTest {
  private static final List<LabelledSeries> MADE =
      LongStream.range(0, 1_400).mapToObj(i -> SeriesMaker.make("s" + i, i)).toList();

  @Test
  void theSameSeedGivesTheSameSeries() {
    LabelledSeries again = SeriesMaker.make("s5", 5);
    assertThat(again.values()).isEqualTo(MADE.get(5).values());
    assertThat(again.windows()).isEqualTo(MADE.get(5).windows());
    assertThat(MADE.get(6).values()).isNotEqualTo(again.values());
  }

  @Test
  void theClassIsToldWithoutMakingTheSeries() {
    for (int i = 0; i < MADE.size(); i++) {
      assertThat(SeriesMaker.classOf(i)).isEqualTo(MADE.get(i).taskClass());
    }
  }

  @Test
  void everyKindIsMadeAboutAsOften() {
    Map<String, Long> counts =
        MADE.stream()
            .collect(Collectors.groupingBy(LabelledSeries::taskClass, Collectors.counting()));
    assertThat(counts).hasSize(13);
    assertThat(counts.remove("clean")).isBetween(150L, 250L);
    assertThat(counts.values()).allMatch(n -> n > 60 && n < 150);
  }

  @Test
  void seriesAreOfFiniteRowsThatAreNotAllTheSame() {
    for (LabelledSeries series : MADE) {
      assertThat(series.values().length).isBetween(600, 1_800);
      assertThat(Arrays.stream(series.values()).allMatch(Double::isFinite)).isTrue();
    }
    long constant =
        MADE.stream().filter(s -> Arrays.stream(s.values()).distinct().count() < 2).count();
    assertThat(constant).as("nothing ever happened").isLessThan(MADE.size() / 100);
  }

  /** A tenth of the rows, after the rows for learning; none in a clean series. */
  @Test
  void windowsAreLabelledAsTheBenchmarkDoes() {
    for (LabelledSeries series : MADE) {
      int rows = series.windows().stream().mapToInt(Window::rows).sum();
      assertThat(series.windows().isEmpty()).isEqualTo(series.taskClass().equals("clean"));
      assertThat(rows).isLessThanOrEqualTo(series.values().length / 10);
      assertThat(series.windows())
          .allMatch(w -> w.left() >= NabScore.learning(series.values().length));
      if (rows > 0) {
        assertThat(rows).isGreaterThan(series.values().length / 10 - 4);
      }
    }
  }

  @Test
  void whatIsLabelledHappens() {
    for (LabelledSeries series : of("frozen")) {
      assertThat(longestRun(series)).isGreaterThanOrEqualTo(series.windows().getFirst().rows() / 4);
    }
    long far = of("spike").stream().filter(s -> outside(s, true)).count();
    assertThat(far).as("spikes that nothing elsewhere reaches").isGreaterThan(20);
    assertThat(of("outage").stream().filter(s -> outside(s, false)).count()).isGreaterThan(20);
  }

  /** Nothing but the values may tell where an anomaly is. */
  @Test
  void whereItHappensIsChance() {
    Map<Integer, Long> places =
        MADE.stream()
            .filter(s -> s.windows().size() == 1)
            .map(s -> 10 * s.windows().getFirst().left() / s.values().length)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(places.keySet()).isSubsetOf(2, 3, 4, 5, 6, 7, 8);
    long most = places.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    long all = places.values().stream().mapToLong(Long::longValue).sum();
    assertThat(most).isLessThan(all / 4);
  }

  private static List<LabelledSeries> of(String kind) {
    return MADE.stream().filter(s -> s.taskClass().equals(kind)).toList();
  }

  private static int longestRun(LabelledSeries series) {
    int run = 1;
    int longest = 1;
    for (int i = 1; i < series.values().length; i++) {
      run = series.values()[i] == series.values()[i - 1] ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** Whether the extreme of the series lies in a window. */
  private static boolean outside(LabelledSeries series, boolean above) {
    int extreme = 0;
    for (int i = 1; i < series.values().length; i++) {
      double more = series.values()[i] - series.values()[extreme];
      extreme = (above ? more > 0 : more < 0) ? i : extreme;
    }
    int at = extreme;
    return series.windows().stream().anyMatch(w -> w.left() <= at && at <= w.right());
  }
}
