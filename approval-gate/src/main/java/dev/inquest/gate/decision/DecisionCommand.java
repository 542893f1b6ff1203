package dev.inquest.gate.decision;

import org.jspecify.annotations.Nullable;

/**
 * @param digest what the person was shown; anything else than the proposal's own is refused
 * @param via where the click came from
 */
public record DecisionCommand(
    String proposal,
    String digest,
    Choice choice,
    Approver approver,
    Via via,
    @Nullable String reason) {
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
