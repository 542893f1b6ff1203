package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.edit.Knobs;
import dev.inquest.playbooks.evolve.play.PoolTrials;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.play.Workers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PruningTest {
  private static final Subject.Files START = MadeArena.start();

  @Test
  void whatDoesNothingIsTakenOutOfABundle() {
    Edit gains = turned("word_scale");
    assertThat(pruned(List.of(turned("sign_other"), gains, turned("min_effect"))))
        .containsExactly(gains);
  }

  @Test
  void oneIsAlwaysLeft() {
    assertThat(pruned(List.of(turned("sign_other"), turned("min_effect")))).hasSize(1);
  }

  private static List<Edit> pruned(List<Edit> edits) {
    try (Workers workers = new Workers(1)) {
      PoolTrials pool = new PoolTrials(MadeArena.withoutLuckOfItsOwn(), workers);
      return new Pruning(new Scout(pool, Set.of(), Set.of())::value).of(START, edits);
    }
  }

  private static Edit turned(String name) {
    Knob knob =
        Knobs.of(START).stream().filter(k -> k.pointer().endsWith(name)).findFirst().orElseThrow();
    return knob.turned(true, 2);
  }
}
