package dev.inquest.playbooks.evolve.record;

/**
 * When a run is measured on what never steers it.
 *
 * @param every so many rounds, and at the start and the end
 * @param freshPairs in the batch of fresh tasks, which is the same each time; 0 for none
 */
public record MilestoneLimits(int every, int freshPairs) {
  public static final MilestoneLimits DEFAULT = new MilestoneLimits(50, 500);

  private static final int MOST_PAIRS = 20_000;

  public MilestoneLimits {
    if (every < 1 || freshPairs < 0 || freshPairs > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "a milestone each round at most, and at most " + MOST_PAIRS + " fresh pairs");
    }
  }

  /** Whether there is one after so many rounds, if they are not the last. */
  public boolean due(int rounds) {
    return rounds % every == 0;
  }
}
