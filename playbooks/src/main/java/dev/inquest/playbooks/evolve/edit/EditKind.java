package dev.inquest.playbooks.evolve.edit;

/** The sorts of change among which a search chooses. */
public enum EditKind {
  /** A number of {@code detect}. */
  PARAMETER,
  /** A number of {@code conclude}. */
  THRESHOLD,
  PRIOR,
  WEIGHT,
  TEST_ADDED,
  TEST_REMOVED,
  TEST_REORDERED,
  SYMPTOM,
  NEW_PLAYBOOK,
  /** Several that looked good alone. */
  RECOMBINATION,
  /** The best that was screened, and one step more. */
  CLIMB
}
