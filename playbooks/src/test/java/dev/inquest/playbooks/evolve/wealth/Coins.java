package dev.inquest.playbooks.evolve.wealth;

import dev.inquest.playbooks.evolve.seed.SeedStream;

/** Differences of a known distribution. */
final class Coins {
  private Coins() {}

  /**
   * @param discordance chance that a pair differs
   * @param gain mean difference
   */
  static double difference(SeedStream stream, int index, double discordance, double gain) {
    double u = stream.unit(index);
    double wins = (discordance + gain) / 2;
    return u < wins ? 1 : u < discordance ? -1 : 0;
  }
}
