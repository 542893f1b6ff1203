package dev.inquest.playbooks.evolve.play;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two subjects against each other, on as many tasks as are asked for. */
public final class Duel {
  private final Arena arena;
  private final Subject incumbent;
  private final Subject candidate;
  private final Workers workers;
  private final @Nullable SeedStream coins;

  /**
   * @param coins by which the two change labels, task by task, so that neither can be better; null
   *     where they do not
   */
  public Duel(
      Arena arena,
      Subject incumbent,
      Subject candidate,
      Workers workers,
      @Nullable SeedStream coins) {
    this.arena = arena;
    this.incumbent = incumbent;
    this.candidate = candidate;
    this.workers = workers;
    this.coins = coins;
  }

  /** In the order of the seeds. */
  public List<Pair> fresh(long[] seeds) {
    return workers.map(Arrays.stream(seeds).boxed().toList(), this::fresh);
  }

  /** In the order of the ids. */
  public List<Pair> pooled(List<String> ids) {
    return workers.map(
        ids, id -> new Pair(arena.pooled(id, incumbent), arena.pooled(id, candidate)));
  }

  public @Nullable String classOf(long seed) {
    return arena.classOf(seed);
  }

  private Pair fresh(long seed) {
    Pair pair = arena.fresh(seed, incumbent, candidate);
    return coins != null && coins.coin(seed) ? pair.swapped() : pair;
  }
}
