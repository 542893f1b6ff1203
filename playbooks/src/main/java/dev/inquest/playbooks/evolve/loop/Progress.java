package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.evolve.milestone.MilestoneResult;
import java.time.Duration;

/** Is told how a run gets on. */
public interface Progress {
  Progress NONE = new Progress() {};

  /** A canary was judged. */
  default void canary(String name, boolean rightly) {}

  /** What never steers was played, after so many rounds. */
  default void milestone(MilestoneResult result) {}

  /**
   * A round is finished.
   *
   * @param score of the incumbent on the pool, from 0 to 1
   * @param left until the last round, at the pace so far
   */
  default void round(
      int round, int of, double score, int kept, double alphaLeft, Duration left, String what) {}
}
