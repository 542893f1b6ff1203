package dev.inquest.playbooks.arena.detector;

import java.util.Arrays;

/**
 * What becomes of a base. In usual deviations of the noise: level, how loud the noise is, and rows
 * that repeat the one before or fall to the floor. Not thread-safe.
 */
final class Happening {
  private final Base base;
  private final Luck luck;
  private final double[] level;
  private final double[] loudness;
  private final boolean[] frozen;
  private final double direction;

  Happening(Base base, Luck luck) {
    this.base = base;
    this.luck = luck;
    this.level = base.level().clone();
    this.loudness = new double[level.length];
    this.frozen = new boolean[level.length];
    this.direction = luck.sign();
    Arrays.fill(loudness, 1);
  }

  double[] level() {
    return level;
  }

  double loudness(int row) {
    return loudness[row];
  }

  boolean frozen(int row) {
    return frozen[row];
  }

  /**
   * @param size in usual deviations
   */
  void befall(Anomaly anomaly, Window window, double size) {
    int onset = window.left() + luck.below(Math.max(1, window.rows() / 4));
    int rest = window.right() - onset + 1;
    int brief = Math.min(rest, 1 + luck.below(3));
    int lasting = Math.max(2, (int) (rest * luck.between(0.4, 0.9)));
    switch (anomaly) {
      case CLEAN, STILL_CLEAN -> {}
      case SPIKE -> raise(onset, brief, size);
      case DIP -> raise(onset, brief, -size);
      case LEVEL_SHIFT -> raise(onset, level.length, direction * size / 2);
      case PLATEAU -> raise(onset, lasting, direction * size / 2);
      case DRIFT -> creep(onset, lasting, direction * size / 2);
      case TREND_BREAK -> creep(onset, level.length - onset, direction * size);
      case NOISIER -> louder(onset, lasting, 1 + size / 4);
      case CALMER -> louder(onset, lasting, 1 / (1 + size));
      case FROZEN -> Arrays.fill(frozen, onset, onset + lasting, true);
      case MISSING_CYCLE -> flatten(onset, Math.min(rest, base.period() * (1 + luck.below(2))));
      case BURST -> burst(onset, lasting, size);
      case OUTAGE -> Arrays.fill(level, onset, onset + lasting, base.floor());
    }
  }

  private void raise(int from, int rows, double by) {
    for (int i = from; i < Math.min(level.length, from + rows); i++) {
      level[i] += by;
    }
  }

  /** Rises evenly and stays. */
  private void creep(int from, int rows, double by) {
    for (int i = from; i < level.length; i++) {
      level[i] += by * Math.min(1, (i - from + 1) / (double) rows);
    }
  }

  private void louder(int from, int rows, double factor) {
    for (int i = from; i < from + rows; i++) {
      loudness[i] *= factor;
    }
  }

  /** The level at which the cycle was left. */
  private void flatten(int from, int rows) {
    Arrays.fill(level, from, from + rows, level[from]);
  }

  /** Every third row or so. */
  private void burst(int from, int rows, double size) {
    for (int i = from; i < from + rows; i++) {
      level[i] += luck.chance(0.35) ? size * luck.between(0.5, 1) : 0;
    }
  }
}
