package dev.inquest.gate.decision;

/** Takes decisions, once each, compare-and-set against double clicks. Thread-safe. */
public interface Decisions {
  DecisionOutcome decide(DecisionCommand command);

  /** The proposal behind a card's opaque button value: empty where there is none. */
  java.util.Optional<ButtonTarget> button(String value);

  /**
   * What a button stands for.
   *
   * @param revision of the proposal when the card was written; deciding by an older one is refused
   */
  record ButtonTarget(String proposal, String digest, int revision, String workspace) {}
}
