package dev.inquest.playbooks.arena.incidents;

import dev.inquest.limit.LastUsed;
import dev.inquest.playbooks.simulation.SimulatedCase;
import dev.inquest.playbooks.simulation.Simulator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The simulated cases of the pool, {@code s0000} and so on, each made when it is asked for. From
 * season to season the oldest third gives way to new ones. Thread-safe.
 */
final class MadeCases {
  /** Far from whatever a run key gives. */
  private static final long SERIES = 0x706f6f6c31L;

  private static final int SEASONS = 3;
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

  /** How many are kept, those that gave way last included. */
  int most() {
    return size + newcomers(size);
  }

  /** Of the first season. */
  List<String> ids() {
    return IntStream.range(0, size).mapToObj(MadeCases::id).toList();
  }

  /**
   * @param staying those that never give way
   */
  List<String> ids(int season, Set<String> staying) {
    List<String> going = ids().stream().filter(id -> !staying.contains(id)).toList();
    int gone = Math.multiplyExact(season, newcomers(going.size()));
    Stream<String> left = going.stream().skip(gone);
    Stream<String> come =
        IntStream.range(Math.max(0, gone - going.size()), gone).mapToObj(i -> id(size + i));
    return Stream.of(ids().stream().filter(staying::contains), left, come)
        .flatMap(stream -> stream)
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

  private static int newcomers(int of) {
    return (of + SEASONS - 1) / SEASONS;
  }

  private static String id(int number) {
    return "s%04d".formatted(number);
  }
}
