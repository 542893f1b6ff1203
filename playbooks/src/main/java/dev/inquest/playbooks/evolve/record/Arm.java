package dev.inquest.playbooks.evolve.record;

/** The whole loop, or the loop without one of its parts, to see what that part buys. */
public enum Arm {
  FULL,
  NO_MEMORY,
  NO_CRITICISM,
  RANDOM_PROPOSER
}
