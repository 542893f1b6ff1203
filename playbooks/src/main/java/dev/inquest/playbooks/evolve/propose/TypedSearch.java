package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.edit.Knobs;
import dev.inquest.playbooks.evolve.edit.Shapes;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.record.Strategy;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The embedded proposer: aims at a class of failures by its cost, chooses a kind of edit by what
 * that kind did for the class before, and within the kind turns numbers on where they gained. Every
 * other time it starts from the best so far instead of the incumbent.
 */
public final class TypedSearch implements Proposer {
  private static final int AIM = 0;
  private static final int KIND = 1;
  private static final int TARGET = 2;
  private static final int SIZE = 3;
  private static final int TOGETHER = 4;
  private static final int MORE = 5;
  private static final int CLIMB = 7;

  /** What a step may be; a climb is made of steps. */
  private static final List<EditKind> STEPS =
      Stream.of(EditKind.values()).filter(kind -> kind != EditKind.CLIMB).toList();

  /** How often a number is turned wherever it stands under the same name. */
  private static final double SAME_NAME = 0.6;

  /** How often two or three independent edits are tried at once. */
  private static final double SEVERAL = 0.4;

  private final boolean remembers;
  private final boolean listens;

  /**
   * @param remembers whether what was tried before counts
   * @param listens whether the criticism does
   */
  public TypedSearch(boolean remembers, boolean listens) {
    this.remembers = remembers;
    this.listens = listens;
  }

  @Override
  public Optional<Proposal> propose(View view, SeedStream luck) {
    View seen = seen(view);
    if (view.strategy() == Strategy.RANDOM) {
      return new RandomProposer().propose(view, luck);
    }
    return Climb.of(seen)
        .filter(climb -> luck.child(CLIMB).coin(0))
        .flatMap(climb -> climb.on(there -> step(there, luck)))
        .or(() -> step(seen, luck));
  }

  private static Optional<Proposal> step(View seen, SeedStream luck) {
    Bandit bandit = new Bandit(seen.past());
    FailureClass aim = aim(seen.criticism().costs(), bandit, luck);
    EditKind kind = kind(seen.strategy(), bandit, aim, luck);
    Optional<Proposal> found = of(kind, aim, seen, luck);
    return found.isPresent() ? found : of(EditKind.PARAMETER, aim, seen, luck);
  }

  private View seen(View view) {
    return new View(
        view.incumbent(),
        listens ? view.criticism() : new Patterns(0, 0, List.of()),
        remembers ? view.past() : List.of(),
        view.since(),
        view.strategy(),
        remembers ? view.now() : null);
  }

  /** By what the failures cost, and whether anything mends them. */
  private static @Nullable FailureClass aim(
      SortedMap<FailureClass, Double> costs, Bandit bandit, SeedStream luck) {
    return costs.isEmpty()
        ? null
        : Choice.weighted(
                List.copyOf(costs.entrySet()),
                luck.unit(AIM),
                cost -> cost.getValue() * bandit.hope(cost.getKey()))
            .getKey();
  }

  private static EditKind kind(
      Strategy strategy, Bandit bandit, @Nullable FailureClass aim, SeedStream luck) {
    if (strategy == Strategy.BUNDLING && luck.child(KIND).coin(0)) {
      return EditKind.RECOMBINATION;
    }
    return Choice.weighted(
        STEPS,
        luck.unit(KIND),
        kind -> {
          double worth = bandit.worth(kind, aim);
          // Squared, so that the better kinds get most rounds and none gets none.
          return worth * worth;
        });
  }

  private static Optional<Proposal> of(
      EditKind kind, @Nullable FailureClass aim, View view, SeedStream luck) {
    return switch (kind) {
      case RECOMBINATION -> new Recombination(view.past()).some(luck.child(MORE));
      case PARAMETER, THRESHOLD, PRIOR, WEIGHT -> numbers(kind, aim, view, luck);
      case TEST_ADDED, TEST_REMOVED, TEST_REORDERED, SYMPTOM, NEW_PLAYBOOK ->
          shape(kind, aim, view, luck);
      case CLIMB -> throw new IllegalArgumentException("a climb is made of steps");
    };
  }

  private static Optional<Proposal> numbers(
      EditKind kind, @Nullable FailureClass aim, View view, SeedStream luck) {
    List<Knob> knobs =
        Knobs.of(view.incumbent()).stream().filter(k -> k.turned(true, 0).kind() == kind).toList();
    LineSearch search = new LineSearch(view.past());
    List<LineSearch.Option> options = search.options(knobs);
    if (options.isEmpty()) {
      return Optional.empty();
    }
    int several = luck.unit(MORE) < SEVERAL ? 2 + luck.below(MORE + 1, 2) : 1;
    List<Edit> edits = new ArrayList<>();
    Set<String> targets = new LinkedHashSet<>();
    for (int i = 0; i < several; i++) {
      SeedStream own = luck.child(100L + i);
      LineSearch.Option chosen = Choice.weighted(options, own.unit(TARGET), search::weight);
      int size = search.size(chosen, view.strategy() == Strategy.WIDE, own.unit(SIZE));
      for (Knob knob : together(chosen.knob(), knobs, own.unit(TOGETHER))) {
        Edit.SetNumber edit = knob.turned(chosen.up(), size);
        if (edit.to() != edit.from() && targets.add(edit.target())) {
          edits.add(edit);
        }
      }
    }
    return proposal(edits, kind, aim);
  }

  /** The number itself, or all of the file that have its name. */
  private static List<Knob> together(Knob chosen, List<Knob> knobs, double luck) {
    String name = name(chosen);
    return luck >= SAME_NAME
        ? List.of(chosen)
        : knobs.stream()
            .filter(k -> k.file().equals(chosen.file()) && name(k).equals(name))
            .toList();
  }

  private static String name(Knob knob) {
    return knob.pointer().substring(knob.pointer().lastIndexOf('/'));
  }

  private static Optional<Proposal> shape(
      EditKind kind, @Nullable FailureClass aim, View view, SeedStream luck) {
    List<Edit> options = new Shapes(view.incumbent()).of(kind);
    return options.isEmpty()
        ? Optional.empty()
        : proposal(List.of(options.get(luck.below(TARGET, options.size()))), kind, aim);
  }

  private static Optional<Proposal> proposal(
      List<Edit> edits, EditKind kind, @Nullable FailureClass aim) {
    String why = "drawn by cost among the classes of failure";
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Proposal(edits, kind, aim, aim == null ? "at no failure in particular" : why));
  }
}
