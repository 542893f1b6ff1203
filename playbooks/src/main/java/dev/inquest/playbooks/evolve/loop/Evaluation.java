package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.guard.GuardCheck;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.evolve.wealth.Confirmation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a candidate.
 *
 * @param confirmation null where there was none
 * @param guarded fresh pairs of the guards; none where it did not come to them
 * @param pool pairs of stored tasks; none where they were not looked at
 */
record Evaluation(
    Decision.Choice choice,
    String reason,
    Confirmation.@Nullable Result confirmation,
    List<GuardCheck> guards,
    List<Pair> guarded,
    List<Pair> pool,
    @Nullable Screening screening) {
  /** Of a round without a candidate. */
  static Evaluation nothing(String reason) {
    return new Evaluation(
        Decision.Choice.REVERT, reason, null, List.of(), List.of(), List.of(), null);
  }

  byte[] outcomes() {
    Outcomes outcomes = new Outcomes();
    outcomes.add("confirm", confirmed());
    outcomes.add("guard", guarded);
    outcomes.add("pool", pool);
    return outcomes.bytes();
  }

  Decision.Cost cost() {
    List<Trial> trials = new ArrayList<>();
    Stream.of(confirmed(), guarded, pool)
        .flatMap(List::stream)
        .forEach(p -> trials.addAll(List.of(p.incumbent(), p.candidate())));
    return new Decision.Cost(trials.size(), trials.stream().mapToLong(Trial::workUnits).sum());
  }

  private List<Pair> confirmed() {
    return confirmation == null ? List.of() : confirmation.pairs();
  }
}
