package dev.inquest.playbooks.arena.detector;

import java.util.Arrays;

/** A series before anything happens to it, in usual deviations of its noise. */
final class Base {
  private static final double LEAST_CYCLES = 12;
  private static final double MOST_CYCLES = 60;

  private final double[] level;
  private final int period;

  private Base(double[] level, int period) {
    this.level = level;
    this.period = period;
  }

  /** A row each, without noise; not to be changed. */
  double[] level() {
    return level;
  }

  /** Of the season in rows; 0 where there is none. */
  int period() {
    return period;
  }

  /**
   * @param longest period in rows that a cycle that matters may have; 0 where none must be there
   */
  static Base of(int rows, int longest, Luck luck) {
    double[] level = new double[rows];
    boolean seasonal = luck.chance(0.6) || longest > 0;
    int period = (int) luck.scaled(rows / MOST_CYCLES, rows / LEAST_CYCLES);
    period = longest > 0 ? Math.min(period, longest) : period;
    double height = luck.scaled(longest > 0 ? 4 : 1, 15);
    Season season = luck.pick(Season.values());
    double slow = luck.chance(0.3) ? luck.between(0, 0.6) : 0;
    double slope = luck.chance(0.35) ? luck.between(-10, 10) : 0;
    double wander = luck.chance(0.25) ? luck.scaled(0.5, 6) : 0;
    double start = luck.unit();
    double at = 0;
    for (int i = 0; i < rows; i++) {
      double phase = start + i / (double) period;
      double week = slow * StrictMath.sin(2 * Math.PI * phase / 7);
      double cycle = seasonal ? height * (season.at(phase - Math.floor(phase)) + week) : 0;
      at = 0.995 * at + 0.1 * wander * luck.normal();
      level[i] = cycle + slope * i / rows + at;
    }
    jobs(level, luck);
    return new Base(level, seasonal ? period : 0);
  }

  /** Harmless peaks now and then, always of about the same height. */
  private static void jobs(double[] level, Luck luck) {
    boolean any = luck.chance(0.25);
    double height = luck.scaled(3, 20);
    double share = luck.scaled(0.005, 0.04);
    for (int i = 0; any && i < level.length; i++) {
      level[i] += luck.chance(share) ? height * luck.between(0.7, 1) : 0;
    }
  }

  /** Where no anomaly has made it go, the least of it. */
  double floor() {
    return Arrays.stream(level).min().orElse(0) - 3;
  }
}
