package dev.inquest.playbooks.evolve.record;

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

  /** What it gained on the pool; 0 where that was not looked at. */
  public double gain() {
    Screening screening = decision.screening();
    return screening == null ? 0 : screening.gain();
  }
}
