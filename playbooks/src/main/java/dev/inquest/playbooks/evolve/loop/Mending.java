package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What the guards refused for the sake of some classes, without the edits that cost most there. The
 * pool holds few tasks of a class, so what is lost in one is often not seen before. It plays tasks
 * of its own, whose seeds are none of an evaluation; what it finds is screened and confirmed as
 * anything else is.
 */
final class Mending {
  /** Of the refused classes; a tenth lost, as the guards refuse it, is some twenty of them. */
  private static final int TASKS = 200;

  /** Fewer lost ones are no reason to refuse, and say little of any edit. */
  private static final int LEAST_LOST = 10;

  /** An edit is blamed where without it so many of the lost tasks are not lost any more. */
  private static final double BLAMED = 0.25;

  /** Of the lost tasks so many may stay so. */
  private static final double FORGIVEN = 0.25;

  private static final int MOST_SEEDS = 100_000;

  private final Arena arena;
  private final Workers workers;

  Mending(Arena arena, Workers workers) {
    this.arena = arena;
    this.workers = workers;
  }

  /**
   * The edits that are left, in their order; empty where no edit is to blame or nothing would be
   * left.
   *
   * @param classes for which it was refused
   * @param seeds of the tasks to play
   */
  Optional<List<Edit>> of(
      Subject.Files incumbent, List<Edit> edits, Set<String> classes, SeedStream seeds) {
    List<Long> lost = lost(incumbent, edits, of(classes, seeds));
    int forgiven = (int) (FORGIVEN * lost.size());
    List<Edit> left = edits;
    while (lost.size() >= LEAST_LOST && lost.size() > forgiven && left.size() > 1) {
      Optional<Fewer> best = best(incumbent, left, lost);
      if (best.isEmpty()) {
        break;
      }
      left = best.get().edits();
      lost = best.get().lost();
    }
    return left.size() < edits.size() ? Optional.of(left) : Optional.empty();
  }

  /**
   * @param lost tasks that still are
   */
  private record Fewer(List<Edit> edits, List<Long> lost) {}

  /** Without the one edit that is most to blame; empty where none is. */
  private Optional<Fewer> best(Subject.Files incumbent, List<Edit> edits, List<Long> lost) {
    Fewer best = new Fewer(edits, lost);
    for (Edit edit : edits) {
      List<Edit> others = new ArrayList<>(edits);
      others.remove(edit);
      List<Long> still = lost(incumbent, others, lost);
      best = still.size() < best.lost.size() ? new Fewer(List.copyOf(others), still) : best;
    }
    return Optional.of(best).filter(fewer -> fewer.lost.size() <= (1 - BLAMED) * lost.size());
  }

  /** Those of the tasks on which the edits do worse; all of them where the edits do not apply. */
  private List<Long> lost(Subject.Files incumbent, List<Edit> edits, List<Long> tasks) {
    Optional<Subject.Files> candidate = Edits.apply(incumbent, edits);
    if (candidate.isEmpty()) {
      return tasks;
    }
    List<Pair> pairs =
        new Duel(arena, incumbent, candidate.get(), workers, null)
            .fresh(tasks.stream().mapToLong(Long::longValue).toArray());
    return IntStream.range(0, tasks.size())
        .filter(i -> pairs.get(i).difference() < 0)
        .mapToObj(tasks::get)
        .toList();
  }

  /** None where there is no class, or the arena cannot tell a seed's. */
  private List<Long> of(Set<String> classes, SeedStream seeds) {
    long most = classes.isEmpty() ? 0 : MOST_SEEDS;
    return LongStream.range(0, most)
        .map(seeds::at)
        .filter(seed -> {
          String its = arena.classOf(seed);
          return its != null && classes.contains(its);
        })
        .limit(TASKS)
        .boxed()
        .toList();
  }
}
