package dev.inquest.playbooks.evolve.loop;

import static java.util.Objects.requireNonNull;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.propose.Proposal;
import dev.inquest.playbooks.evolve.propose.Recombination;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The candidates of one round and what each did on the pool. Not thread-safe. */
final class Looks {
  private final Scout scout;
  private final Subject.Files incumbent;
  private final Map<String, Planned> candidates = new LinkedHashMap<>();
  private final List<Look> looks = new ArrayList<>();
  private final Set<String> quick = new HashSet<>();
  private final Set<String> vetoed = new HashSet<>();

  Looks(Scout scout, Subject.Files incumbent) {
    this.scout = scout;
    this.incumbent = incumbent;
  }

  /**
   * The same candidate again is no other one.
   *
   * @param cheap whether looking at it cost hardly anything
   */
  void add(Planned planned, boolean cheap) {
    if (cheap) {
      quick.add(planned.candidate().digest());
    }
    if (candidates.putIfAbsent(planned.candidate().digest(), planned) == null) {
      Plan plan = planned.plan();
      Look look =
          scout.look(
              incumbent,
              planned.candidate(),
              plan.edits(),
              requireNonNull(plan.kind(), "proposals have a kind"),
              plan.aim());
      looks.add(look);
      if (look.value() > 0 && scout.vetoed(incumbent, planned.candidate())) {
        vetoed.add(look.candidateSha256());
      }
    }
  }

  /** How many of them matter on some task looked at, of those that were cheap or of the others. */
  long mattering(boolean cheap) {
    return looks.stream()
        .filter(Look::matters)
        .filter(look -> quick.contains(look.candidateSha256()) == cheap)
        .count();
  }

  /** What a climb may go on from; null where nothing looked better that nothing speaks against. */
  @Nullable Look height() {
    return looks.stream()
        .filter(look -> look.value() > 0 && !vetoed.contains(look.candidateSha256()))
        .reduce((one, other) -> other.value() > one.value() ? other : one)
        .orElse(null);
  }

  /**
   * What gained, put together.
   *
   * @param before looks of other rounds, of which nothing speaks against any
   */
  Optional<Proposal> together(List<Look> before) {
    return Recombination.together(
        Stream.concat(
                before.stream(),
                looks.stream().filter(look -> !vetoed.contains(look.candidateSha256())))
            .toList());
  }

  /** The first of the best, with all looks in its plan; empty where there is no candidate. */
  Optional<Planned> best() {
    Look best = null;
    for (Look look : looks) {
      best = best == null || better(look, best) ? look : best;
    }
    return Optional.ofNullable(best)
        .map(look -> requireNonNull(candidates.get(look.candidateSha256())))
        .map(this::told);
  }

  /** That one instead of the best, looked at like all others. */
  Planned instead(Planned other) {
    add(other, false);
    return told(other);
  }

  /**
   * What a veto waits for comes last; what matters and loses still teaches more than what does not
   * matter.
   */
  private boolean better(Look one, Look other) {
    return one.matters() == other.matters() ? worth(one) > worth(other) : one.matters();
  }

  private double worth(Look look) {
    return vetoed.contains(look.candidateSha256()) ? Double.NEGATIVE_INFINITY : look.value();
  }

  private Planned told(Planned planned) {
    Plan p = planned.plan();
    return new Planned(
        new Plan(
            p.round(),
            p.step(),
            p.edits(),
            p.kind(),
            p.aim(),
            p.strategy(),
            p.of(),
            p.discarded(),
            p.why(),
            looks),
        planned.candidate());
  }
}
