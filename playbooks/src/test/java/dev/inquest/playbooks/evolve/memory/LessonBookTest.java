package dev.inquest.playbooks.evolve.memory;

import static dev.inquest.playbooks.evolve.MadeRounds.confirmed;
import static dev.inquest.playbooks.evolve.MadeRounds.prior;
import static dev.inquest.playbooks.evolve.MadeRounds.scale;
import static dev.inquest.playbooks.evolve.MadeRounds.screened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.format.Lesson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LessonBookTest {
  private static final List<RoundRecord> ROUNDS =
      List.of(
          screened(1, 9, 2, scale(1.6)),
          screened(2, 1, 3, prior(0.2)),
          screened(3, 4, 1, scale(2.5)),
          screened(4, 1, 1, scale(0.5)),
          confirmed(5, true, scale(1.6)));

  @Test
  void oneTextIsOneLessonAndItsCountsAddUp() {
    List<Lesson> lessons = LessonBook.of(ROUNDS, 10_000);
    assertThat(lessons)
        .extracting(l -> l.toString().replaceFirst("l-\\d+", "id"))
        .containsExactly(
            "[id] helpful=13 harmful=3 :: raise detect parameters word_scale of made",
            "[id] helpful=1 harmful=3 :: raise hypotheses 0 prior of made",
            "[id] helpful=1 harmful=1 :: lower detect parameters word_scale of made");
  }

  @Test
  void whatSaysLeastGoesFirstAndTheBudgetHolds() {
    int all = bytes(LessonBook.of(ROUNDS, 10_000));
    List<Lesson> fewer = LessonBook.of(ROUNDS, all - 1);
    assertThat(fewer).hasSize(2);
    assertThat(bytes(fewer)).isLessThan(all);
    assertThat(fewer.getFirst().helpful()).isEqualTo(13);
    assertThat(LessonBook.of(ROUNDS, 10)).isEmpty();
  }

  @Test
  void aRoundSaysWhatWasTriedWhatHappenedAndWhatWasLearned() {
    String text = RoundMemory.markdown(ROUNDS.get(0), LessonBook.of(ROUNDS, 10_000));
    assertThat(text)
        .startsWith(
            "# Round 1\n\n## What was tried\n\n- screen, steered, against outweighed: why\n")
        .contains("- raise detect parameters word_scale of made from 1.0 to 1.6\n")
        .contains("- of 100 tasks of the pool: 9 won, 2 lost\n")
        .contains("## Lessons\n\n[l-");
  }

  @Test
  void failuresAreRankedByWhatTheyCost() {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      trials.add(trial("a", 0, false, FailureClass.OUTWEIGHED));
    }
    for (int i = 0; i < 3; i++) {
      trials.add(trial("b|<script>", 0, true, null));
    }
    trials.add(trial("c", 1, false, null));
    Patterns patterns = Patterns.of(trials);
    assertThat(patterns.all()).extracting(Pattern::cost).containsExactly(6.0, 5.0);
    assertThat(patterns.costs()).containsOnlyKeys(FailureClass.OUTWEIGHED);
    assertThat(patterns.markdown(7))
        .contains("# Round 7:", "| outweighed | conclude | 5.0 |", "| not told | b??script? | 3 |")
        .doesNotContain("<script>");
  }

  private static int bytes(List<Lesson> lessons) {
    return lessons.stream().mapToInt(l -> l.toString().length() + 1).sum();
  }

  private static Trial trial(
      String taskClass, double score, boolean sure, @Nullable FailureClass failure) {
    return new Trial("t", taskClass, score, true, sure, 0.5, 1, failure);
  }
}
