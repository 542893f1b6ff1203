package dev.inquest.playbooks.evolve.wealth;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Fresh pairs until the wealth crosses, or giving up. Pairs are played in batches of one size
 * whatever the number of workers, and counted one by one in order.
 */
public final class Confirmation {
  private static final int BATCH = 50;
  private static final int PATH_EVERY = 50;

  /**
   * @param pairs those that were counted, in order
   * @param wealth at the end
   * @param path the wealth after each 50 pairs, and at the end
   */
  public record Result(End end, List<Pair> pairs, double wealth, List<Double> path) {
    public Result {
      pairs = List.copyOf(pairs);
      path = List.copyOf(path);
    }
  }

  private final ConfirmationLimits limits;
  private final Wealth wealth = new Wealth();
  private final Futility futility;
  private final List<Pair> counted = new ArrayList<>();
  private final List<Double> path = new ArrayList<>();

  private Confirmation(ConfirmationLimits limits) {
    this.limits = limits;
    this.futility = new Futility(limits);
  }

  /**
   * @param play pairs for seeds, in the order of the seeds
   */
  public static Result run(
      SeedStream seeds, ConfirmationLimits limits, Function<long[], List<Pair>> play) {
    return new Confirmation(limits).run(seeds, play);
  }

  private Result run(SeedStream seeds, Function<long[], List<Pair>> play) {
    for (int from = 0; from < limits.maxPairs(); from += BATCH) {
      int to = Math.min(limits.maxPairs(), from + BATCH);
      for (Pair pair : play.apply(seeds.range(from, to))) {
        count(pair);
        if (wealth.crossed(limits.alpha())) {
          return ended(End.CROSSED);
        }
      }
      if (futility.silent()) {
        return ended(End.SILENT);
      }
      if (futility.hopeless(wealth.value())) {
        return ended(End.HOPELESS);
      }
    }
    return ended(End.EXHAUSTED);
  }

  private void count(Pair pair) {
    counted.add(pair);
    wealth.add(pair.difference());
    futility.add(pair.difference());
    if (counted.size() % PATH_EVERY == 0) {
      path.add(wealth.value());
    }
  }

  private Result ended(End end) {
    if (counted.size() % PATH_EVERY != 0) {
      path.add(wealth.value());
    }
    return new Result(end, counted, wealth.value(), path);
  }
}
