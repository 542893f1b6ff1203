package dev.inquest.playbooks.evolve.wealth;

/**
 * @param alpha the error of one confirmation
 * @param maxPairs after which nothing is kept
 * @param silentPairs so many pairs without a difference end it
 */
public record ConfirmationLimits(double alpha, int maxPairs, int silentPairs) {
  /** Finalists that a run may have. */
  public static final int MOST_FINALISTS = 20;

  /** Of a whole run: the chance that anything worthless is kept. */
  public static final double RUN_ALPHA = 0.05;

  public static final ConfirmationLimits DEFAULT =
      new ConfirmationLimits(RUN_ALPHA / MOST_FINALISTS, 5_000, 500);

  public ConfirmationLimits {
    if (!(alpha > 0 && alpha < 1) || maxPairs < 1 || silentPairs < 1) {
      throw new IllegalArgumentException("a confirmation needs an error and some pairs");
    }
  }
}
