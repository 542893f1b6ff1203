package dev.inquest.playbooks.evolve.wealth;

/**
 * When to give a candidate up. Stopping without keeping can only lose a good one, never keep a bad
 * one, so these rules cost no error. Not thread-safe.
 */
final class Futility {
  /** How far above what is seen the truth is granted to lie, in standard errors. */
  private static final double BENEFIT_OF_DOUBT = 2;

  private static final int FIRST_LOOK = 300;
  private static final int LOOK_EVERY = 50;

  private final ConfirmationLimits limits;
  private int pairs;
  private int discordant;
  private double sum;
  private double squares;

  Futility(ConfirmationLimits limits) {
    this.limits = limits;
  }

  void add(double difference) {
    pairs++;
    sum += difference;
    squares += difference * difference;
    discordant += difference == 0 ? 0 : 1;
  }

  /** Nothing told the two apart for so long. */
  boolean silent() {
    return discordant == 0 && pairs >= limits.silentPairs();
  }

  /**
   * Whether the wealth would not get there with the pairs that are left even if the mean were two
   * standard errors above what was seen: a bet then grows by about μ²/(2·E[d²]) nats a pair (Kelly,
   * 1956, to second order).
   */
  boolean hopeless(double wealth) {
    if (pairs < FIRST_LOOK || pairs % LOOK_EVERY != 0 || discordant == 0) {
      return false;
    }
    double mean = sum / pairs;
    double square = squares / pairs;
    double error = StrictMath.sqrt(Math.max(0, square - mean * mean) / pairs);
    double granted = Math.max(0, mean + BENEFIT_OF_DOUBT * error);
    double growth = granted * granted / (2 * square) * (limits.maxPairs() - pairs);
    return StrictMath.log(wealth) + growth < -StrictMath.log(limits.alpha());
  }
}
