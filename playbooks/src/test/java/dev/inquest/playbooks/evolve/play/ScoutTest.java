package dev.inquest.playbooks.evolve.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.record.Look;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoutTest {
  private static final Subject.Files START = MadeArena.start();

  @Test
  void whatMattersIsLookedAtOnTheWholePool() {
    Look look = look(MadeArena.files("3.0", "0.20"));
    assertThat(look.matters()).isTrue();
    assertThat(look.screening().tasks()).isEqualTo(120);
    assertThat(look.value()).isPositive();
  }

  @Test
  void whatDoesNotMatterCostsAnEighth() {
    Look look = look(START);
    assertThat(look.matters()).isFalse();
    assertThat(look.screening().tasks()).isEqualTo(15);
  }

  @Test
  void whatIsWorseCostsHalf() {
    Look look = look(MadeArena.files("0.2", "0.90"));
    assertThat(look.value()).isNegative();
    assertThat(look.screening().tasks()).isEqualTo(60);
  }

  private static Look look(Subject.Files candidate) {
    try (Workers workers = new Workers(1)) {
      Scout scout = new Scout(new PoolTrials(new MadeArena(), workers));
      return scout.look(START, candidate, List.of(), EditKind.PARAMETER, null);
    }
  }
}
