package dev.inquest.analysis;

import java.util.Optional;

/** Finds where one series changed its level. Stateless and thread-safe. */
public interface ChangePointDetector {
  /** As a playbook names it, e.g. {@code robust-mean-shift}. */
  String method();

  /**
   * The strongest lasting change not before {@code earliest}; empty where there is none or too
   * little data. What changed before that only moves the start of the baseline.
   *
   * @param seconds times of the samples since any origin, rising
   * @param values finite
   * @param earliest in the same seconds
   */
  Optional<LevelShift> find(
      double[] seconds, double[] values, double earliest, DetectorSettings settings);
}
