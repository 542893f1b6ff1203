package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.propose.Proposal;
import dev.inquest.playbooks.evolve.propose.Proposer;
import dev.inquest.playbooks.evolve.propose.Recombination;
import dev.inquest.playbooks.evolve.propose.View;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a round seeks where nothing is due: proposals, looked at as far as it is worth it, of which
 * it tries the best.
 */
final class RoundSearch {
  private static final int ATTEMPTS = 30;
  private static final int ATTEMPTS_A_QUICK_LOOK = 3;
  private static final int FEWER_BESIDE_QUICK = 2;

  /** Of earlier looks, in a bundle; each may cost a play of the whole pool. */
  private static final int MOST_BEFORE = 12;

  /** From then on what does nothing is taken out. */
  static final int MANY_EDITS = Recombination.MOST_EDITS / 3;

  private final Settings settings;
  private final Proposer proposer;
  private final Scout scout;
  private final Pruning pruning;
  private final Subject.Files incumbent;
  private final Plans plans;

  RoundSearch(
      Settings settings,
      Proposer proposer,
      Scout scout,
      Pruning pruning,
      Subject.Files incumbent,
      Plans plans) {
    this.settings = settings;
    this.proposer = proposer;
    this.scout = scout;
    this.pruning = pruning;
    this.incumbent = incumbent;
    this.plans = plans;
  }

  /**
   * Empty where nothing new was proposed.
   *
   * @param before what was looked at on this pool; what gained is put together with what gains now
   * @param again what is to be looked at first
   */
  Optional<Planned> best(View view, List<Look> before, List<Proposal> again, SeedStream luck) {
    Looks looks = new Looks(scout, incumbent);
    again.forEach(proposal -> consider(proposal, looks));
    for (int i = 0; i < attempts() && (room(looks, true) || room(looks, false)); i++) {
      Optional<Planned> taken =
          proposer
              .propose(view.after(looks.height()), luck.child(i))
              .flatMap(proposal -> consider(proposal, looks));
      if (settings.looks() == 1 && taken.isPresent()) {
        return taken;
      }
    }
    looks
        .together(sound(before))
        .flatMap(plans::of)
        .ifPresent(planned -> looks.add(planned, false));
    return looks.best().map(best -> lighter(best, looks));
  }

  /**
   * Looks at it, but for who takes what comes first. Empty where it is no news or there is no room.
   */
  private Optional<Planned> consider(Proposal proposal, Looks looks) {
    Optional<Planned> news = plans.of(proposal);
    if (news.isEmpty()) {
      return news;
    }
    boolean cheap = cheap(proposal, news.get());
    if (!room(looks, cheap) || !further(proposal, news.get())) {
      return Optional.empty();
    }
    if (settings.looks() > 1) {
      looks.add(news.get(), cheap);
    }
    return news;
  }

  /** The best of them that nothing speaks against. */
  private List<Look> sound(List<Look> before) {
    return before.stream()
        .filter(look -> look.value() > 0)
        .sorted(Comparator.comparingDouble(Look::value).reversed())
        .filter(look ->
            Edits.apply(incumbent, look.edits())
                .filter(candidate -> !scout.vetoed(incumbent, candidate))
                .isPresent())
        .limit(MOST_BEFORE)
        .toList();
  }

  int attempts() {
    return ATTEMPTS + ATTEMPTS_A_QUICK_LOOK * quickLooks();
  }

  /** So that a climb can go on, and carries nothing that did nothing. */
  private Planned lighter(Planned best, Looks looks) {
    Plan plan = best.plan();
    if (plan.edits().size() <= MANY_EDITS) {
      return best;
    }
    List<Edit> edits = pruning.of(incumbent, plan.edits());
    return plans.of(plan, edits).map(looks::instead).orElse(best);
  }

  /** None where no look is cheap, not even at what is there. */
  private int quickLooks() {
    return scout.cheap(incumbent, incumbent) ? settings.quickLooks() : 0;
  }

  private boolean room(Looks looks, boolean cheap) {
    int others = quickLooks() == 0 ? settings.looks() : settings.looks() / FEWER_BESIDE_QUICK;
    return looks.mattering(cheap) < (cheap ? quickLooks() : Math.max(1, others));
  }

  private boolean cheap(Proposal proposal, Planned planned) {
    return scout.cheap(there(proposal), planned.candidate());
  }

  /** Where it sets out. */
  private Subject.Files there(Proposal proposal) {
    return Edits.apply(incumbent, proposal.from()).orElse(incumbent);
  }

  /** Most steps of a climb do nothing; then it is as good as what was screened, and no news. */
  private boolean further(Proposal proposal, Planned planned) {
    return proposal.from().isEmpty() || scout.apart(there(proposal), planned.candidate());
  }
}
