package dev.inquest.gate.decision;

/** Takes decisions, once each, compare-and-set against double clicks. Thread-safe. */
public interface Decisions {
  DecisionOutcome decide(DecisionCommand command);

  /** The proposal behind a card's opaque button value: {@code [proposal, digest]}, or null. */
  java.util.Optional<ButtonTarget> button(String value);

  /** What a button stands for; a stale revision is refused by the caller. */
  record ButtonTarget(String proposal, String digest, int revision, String workspace) {}
}
