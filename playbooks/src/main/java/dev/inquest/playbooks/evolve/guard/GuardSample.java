package dev.inquest.playbooks.evolve.guard;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pairs that the guards see. How many they are depends on the classes touched and on nothing
 * that was played.
 *
 * @param general of all classes as they come
 * @param more of the touched classes, so that each can be tested alone; empty where the arena
 *     cannot tell a seed's class
 */
record GuardSample(List<Pair> general, List<Pair> more) {
  /** Seeds that are looked through for rare classes. */
  private static final int MOST_SEEDS = 200_000;

  /**
   * @param alone classes to fill up
   */
  static GuardSample draw(Duel duel, SeedStream seeds, GuardLimits limits, List<String> alone) {
    List<Pair> general = duel.fresh(seeds.range(0, limits.pairs()));
    Map<String, Integer> wanted = new HashMap<>();
    for (String one : alone) {
      long has = general.stream().filter(p -> p.taskClass().equals(one)).count();
      wanted.put(one, (int) Math.max(0, limits.classPairs() - has));
    }
    return new GuardSample(general, duel.fresh(filling(duel, seeds, limits.pairs(), wanted)));
  }

  private static long[] filling(
      Duel duel, SeedStream seeds, int from, Map<String, Integer> wanted) {
    List<Long> found = new ArrayList<>();
    for (int i = from; i < MOST_SEEDS && wanted.values().stream().anyMatch(n -> n > 0); i++) {
      long seed = seeds.at(i);
      String its = duel.classOf(seed);
      if (its == null) {
        break;
      }
      if (wanted.getOrDefault(its, 0) > 0) {
        wanted.merge(its, -1, Integer::sum);
        found.add(seed);
      }
    }
    return found.stream().mapToLong(Long::longValue).toArray();
  }

  List<Pair> all() {
    List<Pair> all = new ArrayList<>(general);
    all.addAll(more);
    return all;
  }
}
