package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.MadeRounds;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MendingTest {
  private static final Arena HARMING = MadeArena.withoutLuckOfItsOwn().whereSignsHarmLeaks();
  private static final Arena HARMLESS = MadeArena.withoutLuckOfItsOwn();
  private static final Edit GAINS = MadeRounds.scale(2.5);
  private static final Edit HARMS = MadeRounds.sign(0.8);
  private static final Edit IDLE = MadeRounds.prior(0.2);

  @Test
  void theEditThatCostsIsLeftOut() {
    assertThat(mended(HARMING, MadeArena.LEAK, IDLE, HARMS, GAINS)).contains(List.of(IDLE, GAINS));
  }

  @Test
  void nothingIsLeftOutWhereNothingIsLost() {
    assertThat(mended(HARMLESS, MadeArena.LEAK, IDLE, HARMS, GAINS)).isEmpty();
    assertThat(mended(HARMING, "slow", IDLE, HARMS, GAINS)).isEmpty();
  }

  @Test
  void theLastEditStays() {
    assertThat(mended(HARMING, MadeArena.LEAK, HARMS)).isEmpty();
  }

  private static Optional<List<Edit>> mended(Arena arena, String refusedFor, Edit... edits) {
    try (Workers workers = new Workers(1)) {
      return new Mending(arena, workers)
          .of(MadeArena.start(), List.of(edits), Set.of(refusedFor), new SeedStream(5));
    }
  }
}
