package dev.inquest.playbooks.arena.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MadeCasesTest {
  private static final Set<String> STAYING = Set.of("s0001", "s0004");

  @Test
  void aThirdGivesWayEachSeasonAndNoneComesBack() {
    MadeCases made = new MadeCases(8);
    assertThat(made.ids(0, Set.of())).isEqualTo(made.ids());
    assertThat(made.ids(1, STAYING))
        .containsExactly("s0001", "s0004", "s0003", "s0005", "s0006", "s0007", "s0008", "s0009");
    Set<String> gone = new HashSet<>();
    for (int season = 1; season < 20; season++) {
      List<String> before = made.ids(season - 1, STAYING);
      List<String> now = made.ids(season, STAYING);
      assertThat(now).hasSize(8).doesNotHaveDuplicates().containsAll(STAYING);
      assertThat(now).noneMatch(gone::contains);
      assertThat(before.stream().filter(id -> !now.contains(id)).toList()).hasSize(2);
      before.stream().filter(id -> !now.contains(id)).forEach(gone::add);
    }
  }

  @Test
  void aCaseIsTheSameWheneverItIsMade() {
    MadeCases made = new MadeCases(1);
    LabelledCase first = made.of("s0003");
    assertThat(made.of("s0003")).isSameAs(first);
    for (int other = 4; other <= 4 + made.most(); other++) {
      made.of("s%04d".formatted(other));
    }
    LabelledCase again = made.of("s0003");
    assertThat(again).isNotSameAs(first);
    assertThat(again.answer()).isEqualTo(first.answer());
    assertThat(again.taskClass()).isEqualTo(first.taskClass());
  }

  @Test
  void whatIsNoCaseIsRefused() {
    for (String id : List.of("", "s1", "f0001", "s0001x", "s00001", "s9999999999")) {
      assertThatThrownBy(() -> new MadeCases(1).of(id)).hasMessage("no such case in the pool");
    }
  }
}
