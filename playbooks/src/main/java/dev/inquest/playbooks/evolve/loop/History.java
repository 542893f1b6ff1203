package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rounds so far and the playbooks that came of them. Not thread-safe. */
final class History {
  private final List<RoundRecord> rounds = new ArrayList<>();
  private final List<Subject.Files> incumbents = new ArrayList<>();

  History(Subject.Files start) {
    incumbents.add(start);
  }

  void add(RoundRecord round, Subject.Files candidate) {
    rounds.add(round);
    if (round.kept()) {
      incumbents.add(candidate);
    }
  }

  Subject.Files incumbent() {
    return incumbents.getLast();
  }

  /** The present one and all before it. */
  List<Subject.Files> incumbents() {
    return List.copyOf(incumbents);
  }

  List<RoundRecord> rounds() {
    return List.copyOf(rounds);
  }

  int finalists() {
    return (int) rounds.stream().filter(RoundRecord::confirmation).count();
  }

  int kept() {
    return incumbents.size() - 1;
  }

  /** Rounds since the last keep. */
  int idle() {
    return rounds.size() - last(RoundRecord::kept);
  }

  /**
   * @param longest in rounds; 0 where only a confirmation ends one
   */
  Season season(int longest) {
    return Season.after(rounds, longest);
  }

  /** The rounds of that season so far, all of the present incumbent and on the present pool. */
  List<RoundRecord> of(Season season) {
    return List.copyOf(rounds.subList(season.since(), rounds.size()));
  }

  /** What the rounds of that season looked at, in order. */
  List<Look> looked(Season season) {
    return of(season).stream().flatMap(round -> round.looked().stream()).toList();
  }

  /** The last round, where the guards refused its finalist for some classes of task alone. */
  Optional<RoundRecord> refused() {
    return rounds.isEmpty() || rounds.getLast().decision().refusedClasses().isEmpty()
        ? Optional.empty()
        : Optional.of(rounds.getLast());
  }

  /** All classes of task for which the guards refused a finalist so far. */
  SortedSet<String> refusedClasses() {
    SortedSet<String> classes = new TreeSet<>();
    rounds.forEach(round -> classes.addAll(round.decision().refusedClasses()));
    return classes;
  }

  long trials() {
    return rounds.stream().mapToLong(History::trials).sum();
  }

  private static long trials(RoundRecord round) {
    long looked = round.plan().looks().stream().mapToLong(l -> l.screening().tasks()).sum();
    return round.decision().cost().trials() + looked;
  }

  /** 0 where there is none. */
  private int last(java.util.function.Predicate<RoundRecord> which) {
    return rounds.stream().filter(which).mapToInt(RoundRecord::round).max().orElse(0);
  }
}
