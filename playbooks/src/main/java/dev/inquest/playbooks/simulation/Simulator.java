package dev.inquest.playbooks.simulation;

import dev.inquest.change.Change;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseFile;
import dev.inquest.playbooks.casefile.CaseInfo;
import dev.inquest.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes incidents from seeds: the same seed, the same incident, to the byte. Thread-safe. */
public final class Simulator {
  /**
   * The data set's name. It is that of the file of answers, for {@code score-cases} takes a data
   * set's name from there.
   */
  public static final String DATASET = "truth";

  private static final int PLACES = 60;
  private static final int PLACES_OF_A_KIND = 6;

  private final DifficultyRanges ranges;

  public Simulator() {
    this(DifficultyRanges.DEFAULT);
  }

  public Simulator(DifficultyRanges ranges) {
    this.ranges = ranges;
  }

  /** The names of all kinds of faults, healthy days among them. */
  public static List<String> kinds() {
    return FaultKinds.ALL.stream().map(FaultKind::name).toList();
  }

  /** The seed of the case at a place in a series; distinct for distinct places. */
  public static long seed(long series, int index) {
    return Dice.mix(Dice.mix(series) + index);
  }

  /**
   * The kind that a seed draws first, which is hardly ever not the kind that {@link #make(long)}
   * makes: only where no world has a place for it.
   */
  public static String drawnKind(long seed) {
    return kindDice(seed).pick(FaultKinds.ALL).name();
  }

  private static Dice kindDice(long seed) {
    return new Dice(seed).fork("kind");
  }

  /** Of any kind, each as likely as the others. */
  public SimulatedCase make(long seed) {
    Dice dice = kindDice(seed);
    for (int i = 0; i < PLACES; i += PLACES_OF_A_KIND) {
      FaultKind kind = dice.pick(FaultKinds.ALL);
      for (int j = 0; j < PLACES_OF_A_KIND; j++) {
        Optional<SimulatedCase> made = attempt(seed, kind, i + j);
        if (made.isPresent()) {
          return made.get();
        }
      }
    }
    throw new IllegalStateException("no fault takes hold with seed " + seed);
  }

  /** Of one kind. */
  public SimulatedCase make(long seed, String kind) {
    FaultKind wanted = FaultKinds.find(kind);
    for (int i = 0; i < PLACES; i++) {
      Optional<SimulatedCase> made = attempt(seed, wanted, i);
      if (made.isPresent()) {
        return made.get();
      }
    }
    throw new IllegalStateException("no " + kind + " takes hold with seed " + seed);
  }

  private Optional<SimulatedCase> attempt(long seed, FaultKind kind, int attempt) {
    Dice dice = new Dice(seed).fork("attempt " + attempt);
    return new Happening(dice, ranges.draw(dice.fork("difficulty")), kind)
        .incident()
        .map(happened -> file(seed, dice, happened, kind));
  }

  private static SimulatedCase file(
      long seed, Dice dice, Happening.Happened happened, FaultKind kind) {
    Incident incident = happened.incident();
    Difficulty difficulty = incident.difficulty();
    String id = new Dice(seed).fork("id").hex(12);
    Set<String> seen =
        happened.changes().stream().map(Change::id).collect(Collectors.toUnmodifiableSet());
    Answer answer = Truth.of(id, incident, seen);
    CaseFile file =
        new CaseFile(
            new CaseInfo(
                id,
                DATASET,
                incident.time().start(),
                incident.time().at(incident.end()),
                null,
                null),
            happened.alerts(),
            Gauges.read(dice.fork("gauges"), incident),
            difficulty.traces() ? Walks.sample(dice.fork("traces"), incident) : List.of(),
            difficulty.logs() ? LogBook.write(dice.fork("logs"), incident) : List.of(),
            happened.changes(),
            difficulty.topology() ? incident.world().topology() : Topology.EMPTY,
            List.of());
    return new SimulatedCase(file, answer, kind.name());
  }
}
