package dev.inquest.playbooks.evolve.record;

/** How candidates are sought; the next one is taken when rounds pass without a keep. */
public enum Strategy {
  /** Where the criticism points, by what helped before. */
  STEERED,
  /** The same with large steps. */
  WIDE,
  /** What looked good, put together. */
  BUNDLING,
  /** Anything. */
  RANDOM
}
