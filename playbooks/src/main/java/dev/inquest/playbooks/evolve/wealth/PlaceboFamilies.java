package dev.inquest.playbooks.evolve.wealth;

import dev.inquest.playbooks.evolve.seed.SeedStream;

/**
 * What the rule keeps where nothing can be better: stored differences drawn again and again, the
 * labels of each pair swapped by a fresh fair coin. No confirmation is given up early here, so all
 * that could be kept is.
 */
public final class PlaceboFamilies {
  /** With fewer differing pairs a placebo could hardly be kept and would prove little. */
  private static final double LEAST_DISCORDANCE = 0.10;

  private static final long SIGN = 1;

  /**
   * @param families of confirmations, each as many as a run may have
   * @param keeping families that kept anything
   * @param kept confirmations that did
   */
  public record Count(int families, int confirmations, int keeping, int kept) {}

  private PlaceboFamilies() {}

  /**
   * @param differences of stored pairs, at least one in ten other than 0
   * @param confirmations in each family
   */
  public static Count run(
      double[] differences,
      int families,
      int confirmations,
      ConfirmationLimits limits,
      SeedStream coins) {
    refuseSilence(differences);
    int keeping = 0;
    int kept = 0;
    for (int family = 0; family < families; family++) {
      int here = 0;
      for (int i = 0; i < confirmations; i++) {
        here += kept(differences, limits, coins.child(family).child(i)) ? 1 : 0;
      }
      kept += here;
      keeping += here > 0 ? 1 : 0;
    }
    return new Count(families, confirmations, keeping, kept);
  }

  private static boolean kept(double[] differences, ConfirmationLimits limits, SeedStream coins) {
    Wealth wealth = new Wealth();
    for (int i = 0; i < limits.maxPairs(); i++) {
      double d = differences[coins.below(2L * i, differences.length)];
      if (d != 0) {
        wealth.add(coins.coin(2L * i + SIGN) ? d : -d);
        if (wealth.crossed(limits.alpha())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void refuseSilence(double[] differences) {
    double discordance = StoredPairs.discordance(differences);
    if (discordance == 0 || discordance < LEAST_DISCORDANCE) {
      throw new IllegalArgumentException("fewer than one stored pair in ten differs");
    }
  }
}
