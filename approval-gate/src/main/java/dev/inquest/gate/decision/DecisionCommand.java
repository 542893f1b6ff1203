package dev.inquest.gate.decision;

import org.jspecify.annotations.Nullable;

/**
 * One person's word on one proposal.
 *
 * @param digest what the person was shown; anything else than the proposal's own is refused
 * @param via where the click came from
 * @param revision of the card that was clicked; null where no card was
 */
public record DecisionCommand(
    String proposal,
    String digest,
    Choice choice,
    Approver approver,
    Via via,
    @Nullable String reason,
    @Nullable Integer revision) {
  public DecisionCommand(
      String proposal,
      String digest,
      Choice choice,
      Approver approver,
      Via via,
      @Nullable String reason) {
    this(proposal, digest, choice, approver, via, reason, null);
  }

  /** What a person can say. */
  public enum Choice {
    APPROVE,
    REJECT
  }

  /** Where it was said. */
  public enum Via {
    PAGE,
    API,
    SLACK
  }
}
