package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.propose.Proposal;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Step;
import dev.inquest.playbooks.evolve.record.Strategy;
import java.util.List;
import java.util.Optional;

/** Makes plans of one round; what is invalid or was there before is discarded. Not thread-safe. */
final class Plans {
  private final int round;
  private final Strategy strategy;
  private final Step step;
  private final Subject.Files incumbent;
  private final LoopDetector loops;
  private int discarded;

  /**
   * @param step what a proposal is good for
   * @param since the round after which the pool became what it is; 0 where it never changes
   */
  Plans(int round, Strategy strategy, Step step, History history, int since) {
    this.round = round;
    this.strategy = strategy;
    this.step = step;
    this.incumbent = history.incumbent();
    this.loops = new LoopDetector(history, since);
  }

  /** Empty where it is invalid or no news. */
  Optional<Planned> of(Proposal proposal) {
    Optional<Subject.Files> candidate = news(proposal.edits());
    if (candidate.isEmpty()) {
      discarded++;
    }
    return candidate.map(files ->
        new Planned(
            new Plan(
                round,
                step,
                proposal.edits(),
                proposal.kind(),
                proposal.aim(),
                strategy,
                0,
                discarded,
                proposal.why()),
            files));
  }

  /** The same plan of other edits, without a look; empty likewise. */
  Optional<Planned> of(Plan plan, List<Edit> edits) {
    return news(edits).map(files -> new Planned(plan.with(edits), files));
  }

  /**
   * To confirm what was screened.
   *
   * @param edits that are left of it, and apply
   */
  Planned confirming(RoundRecord screened, List<Edit> edits, String why) {
    Plan of = screened.plan();
    return new Planned(
        new Plan(round, Step.CONFIRM, edits, of.kind(), of.aim(), strategy, of.round(), 0, why),
        Edits.apply(incumbent, edits).orElseThrow());
  }

  Planned nothing(String why) {
    return nothing(0, why);
  }

  /**
   * Nor is what was screened confirmed.
   *
   * @param of the round that did; 0 for none
   */
  Planned nothing(int of, String why) {
    return new Planned(
        new Plan(round, Step.NOTHING, List.of(), null, null, strategy, of, discarded, why),
        incumbent);
  }

  private Optional<Subject.Files> news(List<Edit> edits) {
    return Edits.apply(incumbent, edits).filter(files -> !loops.repeats(files, edits));
  }
}
