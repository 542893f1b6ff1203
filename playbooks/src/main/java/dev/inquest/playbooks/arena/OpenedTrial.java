package dev.inquest.playbooks.arena;

import static java.util.Objects.requireNonNull;

/**
 * How one subject did on a sealed task, and what that counts in the set's own measure: the sum of
 * the points over that of what they are of.
 *
 * @param points may be negative
 * @param of how much the task weighs, e.g. 1; 0 where it can only cost
 */
public record OpenedTrial(Trial trial, double points, double of) {
  public OpenedTrial {
    requireNonNull(trial, "trial");
    if (!Double.isFinite(points) || !(of >= 0)) {
      throw new IllegalArgumentException("points are finite, and no task weighs less than nothing");
    }
  }

  /** Of a task that weighs as much as any other. */
  public static OpenedTrial of(Trial trial) {
    return new OpenedTrial(trial, trial.score(), 1);
  }
}
