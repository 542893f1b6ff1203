package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.guard.GuardCheck;
import dev.inquest.playbooks.evolve.guard.Guards;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.play.PoolTrials;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.Decision.Choice;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import dev.inquest.playbooks.evolve.wealth.Confirmation;
import dev.inquest.playbooks.evolve.wealth.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges candidates. A function of what it is given, whatever it judged before. */
final class Evaluator {
  private static final int MOST_REGRESSION = 50;

  private final Arena arena;
  private final Workers workers;
  private final Settings settings;
  private final PoolTrials pool;

  /**
   * @throws IllegalArgumentException where the arena's stored tasks are not of one pool
   */
  Evaluator(Arena arena, Workers workers, Settings settings) {
    this.arena = arena;
    check(arena.pool());
    this.workers = workers;
    this.settings = settings;
    this.pool = new PoolTrials(arena, workers);
  }

  PoolTrials pool() {
    return pool;
  }

  /**
   * From now on looks are at the pool of that season.
   *
   * @throws IllegalArgumentException where the pool has lost what may veto
   */
  void begin(Season season) {
    check(arena.pool(season.number()));
    pool.season(season.number());
  }

  private void check(List<String> ids) {
    Set<String> pooled = Set.copyOf(ids);
    if (!pooled.containsAll(arena.real())
        || !pooled.containsAll(arena.regression())
        || arena.regression().size() > MOST_REGRESSION) {
      throw new IllegalArgumentException(
          "real and undoubted tasks are of the pool, and undoubted ones at most "
              + MOST_REGRESSION);
    }
  }

  Mending mending() {
    return new Mending(arena, workers);
  }

  Scout scout() {
    return new Scout(pool, arena.regression(), arena.real());
  }

  /** A look at the pool. */
  Evaluation screen(Subject incumbent, Subject candidate, @Nullable FailureClass aim) {
    List<Pair> pairs = pool.pairs(incumbent, candidate);
    Screening found = Screening.of(pairs, aim);
    String numbers =
        String.format(
            Locale.ROOT, "%d won and %d lost of %d", found.wins(), found.losses(), found.tasks());
    boolean good = found.gain() > 0;
    return new Evaluation(
        good ? Choice.SCREENED : Choice.REVERT,
        (good ? "looks better on the pool: " : "no better on the pool: ") + numbers,
        null,
        List.of(),
        List.of(),
        pairs,
        found);
  }

  /** In earnest: fresh pairs, then the guards, then the stored tasks that may veto. */
  Evaluation confirm(
      Subject incumbent, Subject candidate, @Nullable FailureClass aim, Draws draws) {
    Duel duel = new Duel(arena, incumbent, candidate, workers, draws.coins());
    Confirmation.Result result =
        Confirmation.run(draws.pairs(), settings.confirmation(), duel::fresh);
    if (result.end() != End.CROSSED) {
      return new Evaluation(
          Choice.REVERT, notShown(result), result, List.of(), List.of(), List.of(), null);
    }
    Guards.Result guarded =
        new Guards(settings.guards()).run(duel, draws.guards(), Guards.touched(result.pairs()));
    List<Pair> stored = swapped(pool.pairs(incumbent, candidate), draws.coins());
    List<GuardCheck> checks = new ArrayList<>(guarded.checks());
    checks.add(Guards.real(those(stored, arena.real())));
    checks.add(Guards.regression(those(stored, arena.regression())));
    List<GuardCheck> vetoes = checks.stream().filter(check -> !check.passed()).toList();
    return new Evaluation(
        vetoes.isEmpty() ? Choice.KEEP : Choice.REVERT,
        vetoes.isEmpty() ? shown(result) : refused(vetoes),
        result,
        checks,
        guarded.pairs(),
        stored,
        Screening.of(stored, aim));
  }

  private static List<Pair> those(List<Pair> pairs, SortedSet<String> ids) {
    return pairs.stream().filter(p -> ids.contains(p.incumbent().task())).toList();
  }

  private static List<Pair> swapped(List<Pair> pairs, @Nullable SeedStream coins) {
    if (coins == null) {
      return pairs;
    }
    List<Pair> swapped = new ArrayList<>();
    for (Pair pair : pairs) {
      swapped.add(coins.child(1).coin(swapped.size()) ? pair.swapped() : pair);
    }
    return swapped;
  }

  private static String shown(Confirmation.Result result) {
    return String.format(
        Locale.ROOT,
        "better: wealth %.1f after %d fresh pairs, and every guard passed",
        result.wealth(),
        result.pairs().size());
  }

  private static String refused(List<GuardCheck> vetoes) {
    return "better, but the guards refuse: "
        + vetoes.stream()
            .map(GuardCheck::name)
            .map(name -> name.replaceAll("[^A-Za-z0-9 ._-]", "?"))
            .collect(Collectors.joining(", "));
  }

  private static String notShown(Confirmation.Result result) {
    int pairs = result.pairs().size();
    return switch (result.end()) {
      case CROSSED -> throw new IllegalStateException("it was shown");
      case SILENT -> "no pair of " + pairs + " told the two apart";
      case HOPELESS -> "not to be shown any more after " + pairs + " pairs";
      case EXHAUSTED -> "not shown to be better by " + pairs + " pairs";
    };
  }
}
