package dev.inquest.playbooks.evolve;

import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.guard.GuardCheck;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.evolve.record.Step;
import dev.inquest.playbooks.evolve.record.Strategy;
import java.util.List;
import java.util.stream.Stream;

/** Finished rounds as they might have been. */
public final class MadeRounds {
  private MadeRounds() {}

  public static Edit scale(double to) {
    return new Edit.SetNumber(MadeArena.PLAYBOOK, "/detect/parameters/word_scale", 1, to);
  }

  public static Edit sign(double to) {
    return new Edit.SetNumber(MadeArena.PLAYBOOK, "/detect/parameters/sign_other", 0.5, to);
  }

  public static Edit prior(double to) {
    return new Edit.SetNumber(MadeArena.PLAYBOOK, "/hypotheses/0/prior", 0.1, to);
  }

  /** A look at a pool of 100, aimed at what was outweighed. */
  public static RoundRecord screened(int round, int wins, int losses, Edit... edits) {
    Screening screening = new Screening(100, wins - losses, wins, losses, wins, losses, 0.5, 0.5);
    Decision.Choice choice = wins > losses ? Decision.Choice.SCREENED : Decision.Choice.REVERT;
    return of(round, Step.SCREEN, choice, screening, List.of(), List.of(edits));
  }

  public static RoundRecord confirmed(int round, boolean kept, Edit... edits) {
    Decision.Choice choice = kept ? Decision.Choice.KEEP : Decision.Choice.REVERT;
    return of(round, Step.CONFIRM, choice, null, List.of(), List.of(edits));
  }

  /** Better, and refused by the guards of these names. */
  public static RoundRecord refused(int round, List<String> guards, Edit... edits) {
    List<GuardCheck> checks =
        Stream.concat(
                Stream.of(new GuardCheck("work", 2_000, 0, -0.01, -0.25, true)),
                guards.stream().map(name -> new GuardCheck(name, 400, -0.1, -0.12, -0.1, false)))
            .toList();
    return of(round, Step.CONFIRM, Decision.Choice.REVERT, null, checks, List.of(edits));
  }

  /** The same as a round that took that look at its candidate, or at another. */
  public static RoundRecord looking(RoundRecord bare, Look look) {
    Plan plan = bare.plan();
    return new RoundRecord(
        new Plan(
            plan.round(),
            plan.step(),
            plan.edits(),
            plan.kind(),
            plan.aim(),
            plan.strategy(),
            plan.of(),
            plan.discarded(),
            plan.why(),
            List.of(look)),
        bare.decision());
  }

  private static RoundRecord of(
      int round,
      Step step,
      Decision.Choice choice,
      @org.jspecify.annotations.Nullable Screening screening,
      List<GuardCheck> guards,
      List<Edit> edits) {
    EditKind kind = edits.size() == 1 ? edits.getFirst().kind() : EditKind.RECOMBINATION;
    Plan plan =
        new Plan(round, step, edits, kind, FailureClass.OUTWEIGHED, Strategy.STEERED, 0, 0, "why");
    return new RoundRecord(
        plan,
        new Decision(
            round,
            choice,
            "reason",
            MadeArena.start().digest(),
            "c" + round,
            step == Step.CONFIRM ? "00ff" : null,
            null,
            0,
            1,
            0,
            null,
            List.of(),
            guards,
            screening,
            0.5,
            new Decision.Cost(200, 1_000),
            new Decision.Versions(1, "made", "1")));
  }
}
