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
  void eachSeasonHasItsOwnAndNoneComesBack() {
    MadeCases made = new MadeCases(8);
    assertThat(made.ids(0, STAYING)).isEqualTo(made.ids());
    assertThat(made.ids(1, STAYING))
        .containsExactly("s0001", "s0004", "s0008", "s0009", "s0010", "s0011", "s0012", "s0013");
    Set<String> before = new HashSet<>();
    for (int season = 0; season < 20; season++) {
      List<String> now = made.ids(season, STAYING);
      assertThat(now).hasSize(8).doesNotHaveDuplicates().containsAll(STAYING);
      List<String> own = now.stream().filter(id -> !STAYING.contains(id)).toList();
      assertThat(own).noneMatch(before::contains);
      before.addAll(own);
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
