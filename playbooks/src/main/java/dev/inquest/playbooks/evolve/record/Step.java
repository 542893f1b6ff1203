package dev.inquest.playbooks.evolve.record;

/** What a round does with its candidate. */
public enum Step {
  /** A look at the pool, which spends nothing and keeps nothing. */
  SCREEN,
  /** Fresh pairs and the guards; spends its part of the error. */
  CONFIRM,
  /** There was no candidate. */
  NOTHING
}
