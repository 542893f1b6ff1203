package dev.inquest.analysis;

/**
 * Whether a short stretch holds something that its baseline never showed for as long. The statistic
 * is the greatest mean of neighbouring samples; the same statistic slid over the baseline says how
 * often chance alone reaches it, so neither a distribution nor independence is assumed. Beyond what
 * the baseline reached, the tail is taken to fall exponentially (peaks over threshold; Pickands,
 * 1975), so that a short baseline still tells much from little.
 */
public final class SustainedScan {
  /**
   * What was found in one direction.
   *
   * @param peak the greatest sustained value, in the series' unit
   * @param centre median of the baseline
   * @param effect how far the peak lies beyond what the baseline reached, in units of how far the
   *     baseline itself strays; 0 where it does not
   * @param from index of the first sample of the stretch beyond reach, into the recent samples
   * @param to index after the peak's last
   * @param pValue the chance of so high a peak if nothing changed
   */
  public record Found(double peak, double centre, double effect, int from, int to, double pValue) {}

  /**
   * The greater of a rise and a fall.
   *
   * @param sign 1 of a rise, -1 of a fall, whose values are those of the series turned
   */
  public record Directed(Found found, int sign) {}

  private final double quantile;
  private final double relativeFloor;
  private final double zeroFloor;

  /**
   * @param quantile of the baseline's own sustained values that counts as its reach, e.g. 0.98
   * @param relativeFloor least scale as a share of the baseline's median
   * @param zeroFloor least scale as a share of the peak, where the baseline's median is zero
   */
  public SustainedScan(double quantile, double relativeFloor, double zeroFloor) {
    this.quantile = quantile;
    this.relativeFloor = relativeFloor;
    this.zeroFloor = zeroFloor;
  }

  /**
   * The greater of the recent samples' rise and fall over the baseline; of a fall, what stands
   * beside it is that of the series turned.
   *
   * @param run neighbouring samples that must agree, at least 1
   * @param floor least scale in the series' own unit, 0 where there is none; where the baseline's
   *     median is zero it counts alone
   */
  public Directed strongest(double[] baseline, double[] recent, int run, double floor) {
    Middle middle = Middle.of(baseline);
    OrderStatistics usual = OrderStatistics.of(means(baseline, Math.min(run, baseline.length)));
    double[] now = means(recent, Math.min(run, recent.length));
    Found rise = rise(middle.median(), usual, recent, now, floor);
    Found fall =
        rise(middle.negated().median(), usual.negated(), negated(recent), negated(now), floor);
    return rise.effect() >= fall.effect() ? new Directed(rise, 1) : new Directed(fall, -1);
  }

  /** Rises of the recent samples over the baseline. */
  Found rise(double[] baseline, double[] recent, int run, double floor) {
    return rise(
        Middle.of(baseline).median(),
        OrderStatistics.of(means(baseline, Math.min(run, baseline.length))),
        recent,
        means(recent, Math.min(run, recent.length)),
        floor);
  }

  /**
   * @param centre median of the baseline
   * @param usual sustained values of the baseline
   * @param now sustained values of the recent samples
   */
  private Found rise(
      double centre, OrderStatistics usual, double[] recent, double[] now, double floor) {
    int at = argMax(now);
    double reach = Math.max(centre, usual.quantile(quantile));
    double relative =
        centre == 0 ? zeroFloor * Math.abs(now[at]) : relativeFloor * Math.abs(centre);
    double least = centre == 0 && floor > 0 ? floor : Math.max(floor, relative);
    double scale = Math.max(Math.max(reach - centre, usual.mad()), least);
    double effect = scale == 0 ? 0 : Math.max(0, (now[at] - reach) / scale);
    int to = at + recent.length - now.length + 1;
    int from = began(recent, at, reach);
    return new Found(now[at], centre, effect, from, to, pValue(usual, now, at, effect));
  }

  /** Back from the peak as long as samples lie beyond the baseline's reach. */
  private static int began(double[] recent, int peak, double reach) {
    int from = peak;
    while (from > 0 && recent[from - 1] > reach) {
      from--;
    }
    return from;
  }

  private static double pValue(OrderStatistics usual, double[] now, int at, double effect) {
    int reached = usual.atLeast(now[at]);
    double chance = now.length * (reached + 1.0) / (usual.size() + 1);
    return Normal.bounded(reached > 0 ? chance : chance * StrictMath.exp(-effect));
  }

  private static double[] negated(double[] values) {
    double[] turned = new double[values.length];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = -values[i];
    }
    return turned;
  }

  private static double[] means(double[] values, int run) {
    double[] means = new double[values.length - run + 1];
    for (int i = 0; i < means.length; i++) {
      double sum = 0;
      for (int k = i; k < i + run; k++) {
        sum += values[k];
      }
      means[i] = sum / run;
    }
    return means;
  }

  private static int argMax(double[] values) {
    int at = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[at]) {
        at = i;
      }
    }
    return at;
  }
}
