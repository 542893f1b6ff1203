package dev.inquest.playbooks.evolve.wealth;

import java.util.Arrays;

/**
 * What a gambler has who began with 1 and bet, pair by pair, that the candidate is better: the mean
 * over λ = .1, …, .9 of ∏(1 + λ·dᵢ), dᵢ from -1 to 1. Where the differences have no mean above 0
 * given what came before, this is a supermartingale that starts at 1, so it ever reaches 1/α with a
 * chance of at most α (Ville, 1939), whenever one stops looking. Plain products in one order, so
 * equal differences give equal bits. Not thread-safe.
 */
public final class Wealth {
  private static final int BETS = 9;

  private final double[] products = new double[BETS];
  private int pairs;

  public Wealth() {
    Arrays.fill(products, 1);
  }

  /**
   * @param difference from -1 to 1, above 0 where the candidate did better
   */
  public void add(double difference) {
    if (!(difference >= -1 && difference <= 1)) {
      throw new IllegalArgumentException("a difference is from -1 to 1");
    }
    pairs++;
    if (difference != 0) {
      for (int i = 0; i < BETS; i++) {
        products[i] *= 1 + (i + 1) / 10.0 * difference;
      }
    }
  }

  public double value() {
    double sum = 0;
    for (double product : products) {
      sum += product;
    }
    return sum / BETS;
  }

  public int pairs() {
    return pairs;
  }

  /**
   * @param alpha the error that may be made
   */
  public boolean crossed(double alpha) {
    return value() >= 1 / alpha;
  }
}
