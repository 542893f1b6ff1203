package dev.inquest.playbooks.simulation;

import dev.inquest.change.ChangeKind;

/**
 * The change that did it.
 *
 * @param kind {@code COMMIT} stands for a commit and its deploys
 * @param part whose change it is
 * @param databaseToo whether {@code database} is as right a kind
 */
record Guilt(ChangeKind kind, Part part, Patch patch, Rollout rollout, boolean databaseToo) {
  /** How a release reaches the replicas. */
  enum Rollout {
    AT_ONCE,
    ROLLING,
    /** One replica, and it stays at that. */
    CANARY
  }

  Guilt rolling(Rollout how) {
    return new Guilt(kind, part, patch, how, databaseToo);
  }
}
