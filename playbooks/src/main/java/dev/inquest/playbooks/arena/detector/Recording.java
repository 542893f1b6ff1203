package dev.inquest.playbooks.arena.detector;

/** What a series looks like once it is measured: a gauge with noise, or a count. */
final class Recording {
  /** A count that is hardly ever above 0 still has something to deviate by. */
  private static final double LEAST_VARIANCE = 0.3;

  private Recording() {}

  static double[] of(Happening happening, Anomaly anomaly, Luck luck) {
    boolean counts = luck.chance(anomaly == Anomaly.BURST ? 0.7 : 0.25);
    double[] values = counts ? counts(happening, luck) : gauge(happening, luck);
    for (int i = 1; i < values.length; i++) {
      values[i] = happening.frozen(i) ? values[i - 1] : values[i];
    }
    return values;
  }

  private static double[] counts(Happening happening, Luck luck) {
    double mean = luck.scaled(0.02, 200);
    double deviation = Math.sqrt(Math.max(mean, LEAST_VARIANCE));
    double[] level = happening.level();
    double[] values = new double[level.length];
    for (int i = 0; i < values.length; i++) {
      double more = (happening.loudness(i) - 1) * luck.normal();
      values[i] = luck.count(Math.max(0, mean + deviation * (level[i] + more)));
    }
    return values;
  }

  private static double[] gauge(Happening happening, Luck luck) {
    double unit = luck.scaled(0.01, 10_000);
    double offset = luck.between(0, 60);
    boolean positive = luck.chance(0.4);
    double step = luck.chance(0.2) ? luck.scaled(0.3, 2) : 0;
    double[] level = happening.level();
    double[] noise = luck.pick(Noise.values()).rows(level, luck);
    double[] values = new double[level.length];
    for (int i = 0; i < values.length; i++) {
      double value = offset + level[i] + happening.loudness(i) * noise[i];
      double coarse = step > 0 ? step * Math.rint(value / step) : value;
      values[i] = unit * (positive ? Math.max(0, coarse) : coarse);
    }
    return values;
  }
}
