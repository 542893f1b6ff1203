package dev.inquest.playbooks.simulation;

/**
 * A fault that took place: all of it, before anybody looks.
 *
 * @param usual how the same days would have been without it
 * @param end the step at which the evidence ends
 */
record Incident(
    World world,
    Timeframe time,
    Plan plan,
    Timeline timeline,
    Difficulty difficulty,
    House house,
    History history,
    History usual,
    int end) {

  /** Whether a replica reports nothing: it is down, or its host is. */
  boolean silent(Replica replica, int step) {
    boolean struck =
        plan.verdict() == dev.inquest.playbooks.casefile.Answer.Verdict.NO_CODE_CAUSE
            && plan.hit().contains(replica)
            && step >= time.onset();
    return struck || !history.up[step][replica.index()];
  }

  /** 0 before the fault, up to 1. */
  double ramp(int step) {
    if (step < time.onset()) {
      return 0;
    }
    double since = (step - time.onset() + 1) * (double) time.stepSeconds();
    return plan.rampSeconds() <= 0 ? 1 : Math.min(1, since / plan.rampSeconds());
  }

  Incident until(int step) {
    return new Incident(
        world, time, plan, timeline, difficulty, house, history, usual, Math.min(step, end));
  }
}
