package dev.inquest.playbooks.evolve.propose;

import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Edits that looked good alone or were kept by an ancestor, put together where they do not clash.
 */
public final class Recombination {
  private static final int MOST_PARENTS = 16;
  public static final int MOST_EDITS = 24;
  private static final double LEFT_OUT = 0.25;

  private final List<Look> parents;

  /**
   * @param past finished rounds; those whose edits a keep has already brought in are left out
   */
  public Recombination(List<RoundRecord> past) {
    Set<String> brought = new HashSet<>();
    past.stream()
        .filter(RoundRecord::kept)
        .flatMap(r -> r.plan().edits().stream())
        .forEach(e -> brought.add(e.target()));
    int lastKeep =
        past.stream().filter(RoundRecord::kept).mapToInt(RoundRecord::round).max().orElse(0);
    this.parents =
        Looked.better(past)
            .filter(l ->
                l.round() > lastKeep
                    || l.look().edits().stream().noneMatch(e -> brought.contains(e.target())))
            .sorted(
                Comparator.<Looked>comparingDouble(l -> l.look().value())
                    .reversed()
                    .thenComparing(Comparator.comparingInt(Looked::round).reversed()))
            .map(Looked::look)
            .limit(MOST_PARENTS)
            .toList();
  }

  /** The best alone, to be looked at again. */
  public List<Proposal> again() {
    return parents.stream()
        .map(look -> new Proposal(look.edits(), look.kind(), look.aim(), "gained on another pool"))
        .toList();
  }

  /** Some of the best by chance; empty with fewer than two. */
  Optional<Proposal> some(SeedStream luck) {
    List<Look> chosen = new ArrayList<>();
    for (int i = 0; i < parents.size(); i++) {
      if (luck.unit(i) >= LEFT_OUT) {
        chosen.add(parents.get(i));
      }
    }
    return of(chosen, "some of what looked good");
  }

  /** What gained in looks, together; empty with fewer than two that do not clash. */
  public static Optional<Proposal> together(List<Look> looks) {
    return of(
        looks.stream()
            .filter(look -> look.value() > 0)
            .sorted(Comparator.comparingDouble(Look::value).reversed())
            .toList(),
        "what looked good on this pool, together");
  }

  private static Optional<Proposal> of(List<Look> parents, String why) {
    List<Edit> edits = new ArrayList<>();
    Set<String> targets = new HashSet<>();
    int used = 0;
    for (Look parent : parents) {
      List<Edit> own = parent.edits();
      boolean free = own.stream().map(Edit::target).noneMatch(targets::contains);
      if (free && edits.size() + own.size() <= MOST_EDITS) {
        edits.addAll(own);
        own.forEach(e -> targets.add(e.target()));
        used++;
      }
    }
    return used < 2
        ? Optional.empty()
        : Optional.of(new Proposal(edits, EditKind.RECOMBINATION, null, why));
  }
}
