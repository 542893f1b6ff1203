package dev.inquest.app.investigation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether an incident is over. */
sealed interface RecoveryState {
  /** An alert still fires, or an investigation still runs. */
  record NotYet(String why) implements RecoveryState {}

  /**
   * Every alert is resolved, and what had shifted has not been back for long enough.
   *
   * @param mustReturn where it lay before
   * @param window for how long it must be there again
   */
  record Waiting(Instant resolvedAt, List<Band> mustReturn, Duration window)
      implements RecoveryState {
    public Waiting {
      mustReturn = List.copyOf(mustReturn);
    }
  }

  /** Nothing had shifted, and every alert is resolved. */
  record NothingShifted(Instant at) implements RecoveryState {}

  /**
   * @param at start of the first window wholly inside the baseline's band with the alert resolved
   */
  record Recovered(Instant at) implements RecoveryState {}

  /** Every alert is resolved, and within the time given the metrics did not show it. */
  record Unconfirmed(Instant resolvedAt, String why) implements RecoveryState {}
}
