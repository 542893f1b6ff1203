package dev.inquest.playbooks.evolve.milestone;

/**
 * The score interval for the difference of two shares of the same tasks (Tango, 1998, "Equivalence
 * test and confidence interval for the difference in proportions for the paired-sample design",
 * Statistics in Medicine 17, 891-908): those differences that the score test, with the other
 * parameter at its most likely value under each, does not refute at 5 %, two-sided. So its lower
 * end alone is a bound at 97.5 %.
 *
 * @param low end, from -1 to 1
 * @param high end, from -1 to 1
 */
public record PairedInterval(double low, double high) {
  /** Of the standard normal distribution at 97.5 %. */
  private static final double Z = 1.959963984540054;

  private static final int HALVINGS = 60;

  /**
   * @param won tasks that only the second had right
   * @param lost tasks that only the first had right
   * @param tasks at least one, those on which they agree included
   */
  public static PairedInterval of(int won, int lost, int tasks) {
    if (won < 0 || lost < 0 || tasks < 1 || won + lost > tasks) {
      throw new IllegalArgumentException("won and lost are of at least one task");
    }
    return new PairedInterval(where(Z, won, lost, tasks), where(-Z, won, lost, tasks));
  }

  /** The difference at which the score falls to the given one; it falls all the way. */
  private static double where(double score, int won, int lost, int tasks) {
    double low = -1;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (score(middle, won, lost, tasks) > score) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double score(double difference, int won, int lost, int tasks) {
    double off = won - lost - tasks * difference;
    double spread = difference * (1 - difference);
    double a = 2.0 * tasks;
    double b = -won - lost + (2.0 * tasks - won + lost) * difference;
    double c = -lost * spread;
    // Share of tasks lost that is most likely if this were the difference.
    double share = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
    double variance = tasks * (2 * share + spread);
    return variance > 0 ? off / Math.sqrt(variance) : Math.signum(off) * Double.MAX_VALUE;
  }
}
