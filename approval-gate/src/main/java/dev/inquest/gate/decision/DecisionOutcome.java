package dev.inquest.gate.decision;

import org.jspecify.annotations.Nullable;

/** What became of a decision. */
public sealed interface DecisionOutcome {
  /**
   * Recorded; where it completes an approval a warrant was issued.
   *
   * @param note what the person should know, e.g. that actuation is paused
   */
  record Recorded(String proposal, String state, @Nullable String note) implements DecisionOutcome {
    public Recorded(String proposal, String state) {
      this(proposal, state, null);
    }
  }

  /** This person decided before, or the proposal is no longer open; nothing changed. */
  record AlreadyDecided(String proposal, String state, String by) implements DecisionOutcome {}

  /** Not allowed, and why: not an approver, wrong digest, expired, paused. */
  record Refused(String code, String why) implements DecisionOutcome {}

  /** There is no such proposal. */
  record Unknown(String proposal) implements DecisionOutcome {}
}
