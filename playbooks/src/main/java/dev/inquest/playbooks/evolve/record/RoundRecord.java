package dev.inquest.playbooks.evolve.record;

import java.util.List;
import java.util.Optional;

/** A finished round. */
public record RoundRecord(Plan plan, Decision decision) {
  public int round() {
    return plan.round();
  }

  public boolean kept() {
    return decision.decision() == Decision.Choice.KEEP;
  }

  public boolean confirmation() {
    return plan.step() == Step.CONFIRM;
  }

  /**
   * The looks that it took, else what it screened as the only one; none where it was a
   * confirmation.
   */
  public List<Look> looked() {
    if (confirmation() || !plan.looks().isEmpty()) {
      return plan.looks();
    }
    Screening screening = decision.screening();
    if (screening == null || plan.kind() == null) {
      return List.of();
    }
    // Nothing is known of beliefs, so each task told apart counts as one.
    double told = (double) screening.wins() + screening.losses();
    String candidate = decision.candidateSha256();
    return List.of(
        new Look(plan.edits(), plan.kind(), plan.aim(), candidate, screening, 0, 0, told));
  }

  /** What it is worth on the pool, harm and all; its gain where it took no look. */
  public double value() {
    return look().map(Look::value).orElse(gain());
  }

  /**
   * The same in standard deviations of chance. Where an arena's scores are shares, many small
   * differences are told apart by their size; without a look each counts as a whole task.
   */
  public double strength() {
    Screening screening = decision.screening();
    return look().map(Look::strength).orElse(screening == null ? 0 : screening.strength());
  }

  /** Of the gain alone, likewise. */
  public double gainStrength() {
    Screening screening = decision.screening();
    return look().map(Look::gainStrength).orElse(screening == null ? 0 : screening.strength());
  }

  /** At what it tries. */
  private Optional<Look> look() {
    String candidate = decision.candidateSha256();
    return plan.looks().stream()
        .filter(look -> look.candidateSha256().equals(candidate))
        .findFirst();
  }

  /** What it gained on the pool; 0 where that was not looked at. */
  public double gain() {
    Screening screening = decision.screening();
    return screening == null ? 0 : screening.gain();
  }
}
