package dev.inquest.playbooks.evolve.wealth;

/** How a confirmation ended. */
public enum End {
  /** The candidate is better, at the error that was granted. */
  CROSSED,
  /** Nothing told the two apart. */
  SILENT,
  /** What is left would not suffice. */
  HOPELESS,
  /** All pairs were played. */
  EXHAUSTED
}
