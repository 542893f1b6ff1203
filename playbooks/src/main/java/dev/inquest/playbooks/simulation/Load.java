package dev.inquest.playbooks.simulation;

/** Open-loop arrivals from outside: a daily season, slow wandering and quick jitter. */
final class Load {
  private static final double DAY_SECONDS = 86_400;
  private static final double WANDERING_SECONDS = 900;

  private final double[] factor;

  /**
   * @param peak the second of the day at which most comes
   * @param noise standard deviation of the jitter of a step, as a share
   */
  Load(Dice dice, Timeframe time, double peak, double noise) {
    double swing = dice.between(0.2, 0.5);
    double memory = StrictMath.exp(-time.stepSeconds() / WANDERING_SECONDS);
    double wander = 0;
    double quick = noise / 2 * Math.sqrt(Math.min(1, 60.0 / time.stepSeconds()));
    factor = new double[time.steps()];
    for (int t = 0; t < factor.length; t++) {
      double second = time.secondOfDay(t);
      double season = 1 + swing * StrictMath.cos(2 * Math.PI * (second - peak) / DAY_SECONDS);
      wander = memory * wander + Math.sqrt(1 - memory * memory) * 0.04 * dice.gaussian();
      factor[t] = season * StrictMath.exp(wander + quick * dice.gaussian());
    }
  }

  /** Against the daily mean. */
  double at(int step) {
    return factor[step];
  }
}
