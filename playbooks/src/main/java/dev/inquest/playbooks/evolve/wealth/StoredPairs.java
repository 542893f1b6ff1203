package dev.inquest.playbooks.evolve.wealth;

import java.util.List;

/** Differences of the fresh pairs of a run, from its rounds' {@code outcomes.csv}. */
public final class StoredPairs {
  private static final String USE = "confirm,";
  private static final int DIFFERENCE = 4;

  private StoredPairs() {}

  /**
   * @param outcomes texts of such files
   * @throws NumberFormatException where one is not of its form
   */
  public static double[] differences(List<String> outcomes) {
    return outcomes.stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(USE))
        .mapToDouble(line -> Double.parseDouble(line.split(",", DIFFERENCE + 2)[DIFFERENCE]))
        .toArray();
  }

  /** The share of those that are not 0. */
  public static double discordance(double[] differences) {
    int discordant = 0;
    for (double d : differences) {
      discordant += d == 0 ? 0 : 1;
    }
    return discordant / (double) Math.max(1, differences.length);
  }
}
