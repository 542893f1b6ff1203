package dev.inquest.playbooks.arena.detector;

/** How a series is rough: a number a row of variance about 1. */
enum Noise {
  NORMAL,
  HEAVY,
  /** Each row remembers the one before. */
  REMEMBERING,
  /** Louder where the level is high. */
  PROPORTIONAL;

  /**
   * @param level of the rows, in usual deviations
   */
  double[] rows(double[] level, Luck luck) {
    double memory = this == REMEMBERING ? luck.between(0.3, 0.95) : 0;
    double fresh = Math.sqrt(1 - memory * memory);
    double[] rows = new double[level.length];
    double last = luck.normal();
    for (int i = 0; i < rows.length; i++) {
      double drawn = this == HEAVY ? luck.heavy() : luck.normal();
      last = memory * last + fresh * drawn;
      rows[i] = this == PROPORTIONAL ? last * Math.max(0.2, 1 + 0.1 * level[i]) : last;
    }
    return rows;
  }
}
