package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.milestone.Comparison;
import dev.inquest.playbooks.evolve.milestone.MilestoneResult;
import dev.inquest.playbooks.evolve.milestone.OpenedPair;
import dev.inquest.playbooks.evolve.play.Duel;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.MilestoneLimits;
import dev.inquest.playbooks.evolve.seed.RunKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Plays the first playbooks and the present ones on the sealed tasks and on one fixed batch of
 * fresh ones. What comes out is written down and goes nowhere else: no history, memory, criticism
 * or proposer is within reach.
 */
final class Milestones {
  private static final String PURPOSE = "milestone";

  private final Arena arena;
  private final Workers workers;
  private final MilestoneLimits limits;
  private final Subject.Files start;
  private final RunKey key;

  Milestones(
      Arena arena, Workers workers, MilestoneLimits limits, Subject.Files start, RunKey key) {
    this.arena = arena;
    this.workers = workers;
    this.limits = limits;
    this.start = start;
    this.key = key;
  }

  /** The files of a milestone, and what they say. */
  record Reached(MilestoneResult result, Map<String, byte[]> files) {}

  /**
   * @param round after so many rounds
   */
  Reached reach(int round, Subject.Files now) {
    List<OpenedPair> sealed = sealed(now);
    List<OpenedPair> fresh = fresh(now);
    MilestoneResult result =
        new MilestoneResult(
            round,
            start.digest(),
            now.digest(),
            sets(sealed),
            sealed.isEmpty() ? null : Comparison.of("all sealed", sealed),
            fresh.isEmpty() ? null : Comparison.of("fresh", fresh));
    Outcomes outcomes = new Outcomes();
    outcomes.add("sealed", sealed.stream().map(OpenedPair::pair).toList());
    outcomes.add("fresh", masked(fresh));
    return new Reached(
        result,
        Map.of(RunFiles.OUTCOMES, outcomes.bytes(), RunFiles.RESULT, EvolveJson.file(result)));
  }

  private List<OpenedPair> sealed(Subject.Files now) {
    return workers.map(
        List.copyOf(arena.sealed()),
        id -> new OpenedPair(arena.open(id, start), arena.open(id, now)));
  }

  /** Seeds of a purpose of their own, and the same ones each time. */
  private List<OpenedPair> fresh(Subject.Files now) {
    long[] seeds = key.other(PURPOSE, 0, start.digest()).range(0, limits.freshPairs());
    return new Duel(arena, start, now, workers, null)
        .fresh(seeds).stream().map(OpenedPair::of).toList();
  }

  /** By what stands before the last slash of a task's name. */
  private static List<Comparison> sets(List<OpenedPair> sealed) {
    Map<String, List<OpenedPair>> sets = new TreeMap<>();
    for (OpenedPair pair : sealed) {
      String task = pair.start().trial().task();
      String set = task.substring(0, Math.max(0, task.lastIndexOf('/')));
      sets.computeIfAbsent(set, s -> new ArrayList<>()).add(pair);
    }
    return sets.entrySet().stream().map(e -> Comparison.of(e.getKey(), e.getValue())).toList();
  }

  /**
   * A fresh task's name is its seed, and the batch will be played again: until the key is told
   * nobody is to read it here.
   */
  private static List<Pair> masked(List<OpenedPair> fresh) {
    List<Pair> masked = new ArrayList<>();
    for (OpenedPair pair : fresh) {
      String name = "fresh/" + masked.size();
      masked.add(new Pair(pair.start().trial().named(name), pair.now().trial().named(name)));
    }
    return masked;
  }
}
