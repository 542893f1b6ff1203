package dev.inquest.playbooks.simulation;

import java.util.Optional;

/**
 * A kind of fault.
 *
 * @param planner finds it a place; empty where the world has none
 */
record FaultKind(String name, Span span, Planner planner) {
  /** How long the evidence is. */
  enum Span {
    /** An hour or so, seldom a day. */
    USUAL,
    /** More than a day. */
    DAY
  }

  /** Finds a fault its place in a world. */
  @FunctionalInterface
  interface Planner {
    Optional<Plan> plan(Stage stage);
  }

  static FaultKind of(String name, Planner planner) {
    return new FaultKind(name, Span.USUAL, planner);
  }
}
