package dev.inquest.playbooks.arena.incidents;

import dev.inquest.limit.LastUsed;
import dev.inquest.playbooks.simulation.SimulatedCase;
import dev.inquest.playbooks.simulation.Simulator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The simulated cases of the pool, {@code s0000} and so on, each made when it is asked for. Each
 * season has its own. Thread-safe.
 */
final class MadeCases {
  /** Far from whatever a run key gives. */
  private static final long SERIES = 0x706f6f6c31L;

  private static final Pattern ID = Pattern.compile("s(\\d{4}|[1-9]\\d{4,8})");

  private final int size;
  private final LastUsed<String, LabelledCase> made;
  private final Simulator simulator = new Simulator();

  /**
   * @param size of each season
   */
  MadeCases(int size) {
    this.size = size;
    this.made = new LastUsed<>(most());
  }

  /** How many are kept: those of the next season too, which a search is held against. */
  int most() {
    return 2 * size;
  }

  /** Of the first season. */
  List<String> ids() {
    return IntStream.range(0, size).mapToObj(MadeCases::id).toList();
  }

  /**
   * @param staying those that are in every season
   */
  List<String> ids(int season, Set<String> staying) {
    if (season == 0) {
      return ids();
    }
    Set<String> stay = new LinkedHashSet<>(ids());
    stay.retainAll(staying);
    int going = size - stay.size();
    int first = Math.addExact(size, Math.multiplyExact(season - 1, going));
    return Stream.concat(
            stay.stream(), IntStream.range(first, first + going).mapToObj(MadeCases::id))
        .toList();
  }

  /**
   * @throws IllegalArgumentException where no season has such a case
   */
  LabelledCase of(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no such case in the pool");
    }
    return made.of(
        id, its -> make(its, Simulator.seed(SERIES, Integer.parseInt(its.substring(1)))));
  }

  /** One of no pool, made anew each time. */
  LabelledCase make(String id, long seed) {
    SimulatedCase its = simulator.make(seed);
    return new LabelledCase(id, Simulator.drawnKind(seed), its.file(), its.answer());
  }

  private static String id(int number) {
    return "s%04d".formatted(number);
  }
}
