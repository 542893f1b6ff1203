package dev.inquest.playbooks.evolve.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardsTest {
  private static final Subject BETTER = MadeArena.files("3.0", "0.2");
  private static final Subject WORSE = MadeArena.files("0.2", "0.9");

  @Test
  void whatIsBetterEverywherePasses() {
    Guards.Result result = guarded(BETTER, List.of("slow", "leak"));
    assertThat(result.passed()).isTrue();
    assertThat(result.checks())
        .extracting(GuardCheck::name)
        .containsExactly(
            "class slow",
            "class leak",
            "other classes",
            "confidently wrong",
            "abstention",
            "calibration",
            "work");
  }

  @Test
  void touchedClassesAreFilledUpToFourHundredPairs() {
    GuardLimits few = new GuardLimits(1_000, 400, 8, 0.1, 0.02, 0.05, 0.02, 1.25);
    Guards.Result result = guarded(BETTER, List.of("slow", "leak"), few);
    assertThat(result.checks().subList(0, 2)).allMatch(c -> c.pairs() == 400);
    assertThat(result.checks().get(3).pairs()).isEqualTo(1_000);
    assertThat(result.pairs()).hasSizeBetween(1_001, 1_400);
  }

  @Test
  void whatIsWorseIsRefused() {
    assertThat(guarded(WORSE, List.of("slow")).checks().getFirst().passed()).isFalse();
  }

  @Test
  void whoNeverAnswersIsRefusedForThatAlone() {
    GuardCheck abstention = guarded(Subject.Scripted.ABSTAIN, List.of()).checks().get(2);
    assertThat(abstention.name()).isEqualTo("abstention");
    assertThat(abstention.passed()).isFalse();
  }

  @Test
  void classesAreTouchedWhereTheTwoDiffer() {
    List<Pair> pairs =
        List.of(
            pair("b", 1, 0), pair("a", 1, 0), pair("c", 1, 1), pair("a", 0, 1), pair("d", 0, 0));
    assertThat(Guards.touched(pairs)).containsExactly("a", "b");
  }

  @Test
  void harmToRealCasesIsTestedExactly() {
    assertThat(McNemar.harm(4, 0)).isCloseTo(1 / 16.0, within(1e-9));
    assertThat(McNemar.harm(5, 0)).isCloseTo(1 / 32.0, within(1e-9));
    assertThat(McNemar.harm(8, 1)).isCloseTo(10 / 512.0, within(1e-9));
    assertThat(McNemar.harm(0, 0)).isEqualTo(1);
    assertThat(Guards.real(lost(4)).passed()).isTrue();
    assertThat(Guards.real(lost(5)).passed()).isFalse();
  }

  @Test
  void oneUndoubtedCaseLostIsTooMany() {
    assertThat(Guards.regression(lost(0)).passed()).isTrue();
    assertThat(Guards.regression(lost(1)).passed()).isFalse();
  }

  private static Guards.Result guarded(Subject candidate, List<String> touched) {
    return guarded(candidate, touched, GuardLimits.DEFAULT);
  }

  private static Guards.Result guarded(
      Subject candidate, List<String> touched, GuardLimits limits) {
    try (Workers workers = new Workers(2)) {
      Duel duel = new Duel(new MadeArena(), MadeArena.start(), candidate, workers, null);
      return new Guards(limits).run(duel, new SeedStream(6), touched);
    }
  }

  private static List<Pair> lost(int lost) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      pairs.add(pair("a", 1, i < lost ? 0 : 1));
    }
    return pairs;
  }

  private static Pair pair(String taskClass, double incumbent, double candidate) {
    return new Pair(trial(taskClass, incumbent), trial(taskClass, candidate));
  }

  private static Trial trial(String taskClass, double score) {
    return new Trial("t", taskClass, score, true, false, score, 1, null);
  }
}
