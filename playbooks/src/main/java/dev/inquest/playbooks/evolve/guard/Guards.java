package dev.inquest.playbooks.evolve.guard;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a candidate must show after it was found to be better, on pairs of its own: that it is not
 * much worse anywhere it matters. Each test is at .05 on its own; they can only take away.
 */
public final class Guards {
  private final GuardLimits limits;

  public Guards(GuardLimits limits) {
    this.limits = limits;
  }

  /**
   * @param pairs those drawn for the guards, in order
   */
  public record Result(List<GuardCheck> checks, List<Pair> pairs) {
    public Result {
      checks = List.copyOf(checks);
      pairs = List.copyOf(pairs);
    }

    public boolean passed() {
      return checks.stream().allMatch(GuardCheck::passed);
    }
  }

  /** Classes in which the two ever differed, those first in which they did most. */
  public static List<String> touched(List<Pair> pairs) {
    Map<String, Long> counts =
        pairs.stream()
            .filter(Pair::discordant)
            .collect(groupingBy(Pair::taskClass, TreeMap::new, counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * @param touched by the pairs of the confirmation, which are not those of the guards
   */
  public Result run(Duel duel, SeedStream seeds, List<String> touched) {
    List<String> first = touched.subList(0, Math.min(limits.classes(), touched.size()));
    GuardSample sample = GuardSample.draw(duel, seeds, limits, first);
    List<GuardCheck> checks = new ArrayList<>();
    Set<String> alone = new HashSet<>();
    for (String one : first) {
      List<Pair> own = of(sample.all(), p -> p.taskClass().equals(one));
      if (own.size() >= limits.classPairs()) {
        alone.add(one);
        checks.add(score(GuardCheck.nameOf(one), own));
      }
    }
    checks.add(score("other classes", others(sample.general(), touched, alone)));
    checks.addAll(rates(sample.general()));
    return new Result(checks, sample.all());
  }

  /** Stored tasks that happened: harm at p below .05 vetoes. */
  public static GuardCheck real(List<Pair> pairs) {
    return McNemar.test("real cases", pairs);
  }

  /** Stored tasks that nobody doubts: a single one lost vetoes. */
  public static GuardCheck regression(List<Pair> pairs) {
    int lost = (int) pairs.stream().filter(McNemar::lost).count();
    return new GuardCheck("regression", pairs.size(), -lost, -lost, 0, lost == 0);
  }

  /**
   * The touched classes that were not tested alone; too few pairs cannot show anything, and then
   * all classes that were not, and then all classes.
   */
  private List<Pair> others(List<Pair> general, List<String> touched, Set<String> alone) {
    List<Pair> rest = of(general, p -> !alone.contains(p.taskClass()));
    List<Pair> hit = of(rest, p -> touched.contains(p.taskClass()));
    if (hit.size() >= limits.classPairs()) {
      return hit;
    }
    return rest.size() >= limits.classPairs() ? rest : general;
  }

  private List<GuardCheck> rates(List<Pair> general) {
    return List.of(
        NonInferiority.test(
            "confidently wrong",
            each(
                general,
                p -> one(p.incumbent().confidentlyWrong()) - one(p.candidate().confidentlyWrong())),
            limits.confidentWrongMargin()),
        NonInferiority.test(
            "abstention",
            each(general, p -> one(p.candidate().answered()) - one(p.incumbent().answered())),
            limits.abstentionMargin()),
        NonInferiority.test(
            "calibration",
            each(general, p -> p.incumbent().miscalibration() - p.candidate().miscalibration()),
            limits.calibrationMargin()),
        NonInferiority.cost(
            "work",
            each(general, p -> p.incumbent().workUnits()),
            each(general, p -> p.candidate().workUnits()),
            limits.costRatio()));
  }

  private GuardCheck score(String name, List<Pair> pairs) {
    return NonInferiority.test(name, each(pairs, Pair::difference), limits.classMargin());
  }

  private static List<Pair> of(List<Pair> pairs, Predicate<Pair> which) {
    return pairs.stream().filter(which).toList();
  }

  private static double[] each(List<Pair> pairs, ToDoubleFunction<Pair> number) {
    return pairs.stream().mapToDouble(number).toArray();
  }

  private static double one(boolean so) {
    return so ? 1 : 0;
  }
}
