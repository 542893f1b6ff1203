package dev.inquest.lab.sources;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * What Prometheus would have scraped: counters, histograms and gauges with the scraper's own times,
 * as OpenMetrics text.
 */
final class Exposition {
  /** Between two scrapes. */
  static final int INTERVAL_SECONDS = 15;

  private static final double[] BOUNDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, Double.POSITIVE_INFINITY
  };

  private final Map<String, StringBuilder> families = new TreeMap<>();
  private final Random random;

  Exposition(long seed) {
    this.random = new Random(seed);
  }

  /** One process, scraped from its start to its end at an offset of its own. */
  record Target(String labels, long fromMillis, long toMillis, int offsetMillis) {}

  /**
   * @param level at a time in milliseconds, to which a tenth of noise is added
   */
  void gauge(String name, Target target, DoubleUnaryOperator level) {
    scrape(
        target,
        millis -> {
          double noise = 1 + 0.1 * random.nextGaussian();
          sample(
              name,
              "gauge",
              name,
              target.labels(),
              millis,
              level.applyAsDouble((double) millis) * noise);
        });
  }

  /**
   * @param perSecond how fast it grows at a time in milliseconds
   */
  void counter(String name, Target target, DoubleUnaryOperator perSecond) {
    double[] total = {0};
    scrape(
        target,
        millis -> {
          double grown = INTERVAL_SECONDS * perSecond.applyAsDouble((double) millis);
          total[0] += Math.max(0, Math.rint(grown + Math.sqrt(grown) * random.nextGaussian()));
          sample(name, "counter", name + "_total", target.labels(), millis, total[0]);
        });
  }

  /** Twenty requests a second. */
  void histogram(String name, Target target, DoubleUnaryOperator seconds) {
    long[] buckets = new long[BOUNDS.length];
    double[] sum = {0};
    scrape(
        target,
        millis -> {
          int requests = 20 * INTERVAL_SECONDS + random.nextInt(10);
          for (int i = 0; i < requests; i++) {
            double took =
                seconds.applyAsDouble((double) millis) * Math.exp(0.3 * random.nextGaussian());
            sum[0] += took;
            for (int b = 0; b < BOUNDS.length; b++) {
              buckets[b] += took <= BOUNDS[b] ? 1 : 0;
            }
          }
          for (int b = 0; b < BOUNDS.length; b++) {
            String bound = Double.isInfinite(BOUNDS[b]) ? "+Inf" : Double.toString(BOUNDS[b]);
            String labels = target.labels() + ",le=\"" + bound + "\"";
            sample(name, "histogram", name + "_bucket", labels, millis, (double) buckets[b]);
          }
          sample(name, "histogram", name + "_sum", target.labels(), millis, sum[0]);
          sample(
              name,
              "histogram",
              name + "_count",
              target.labels(),
              millis,
              (double) buckets[BOUNDS.length - 1]);
        });
  }

  String text() {
    StringBuilder out = new StringBuilder();
    families.values().forEach(out::append);
    return out.append("# EOF\n").toString();
  }

  private interface Scrape {
    void at(long millis);
  }

  private static void scrape(Target target, Scrape scrape) {
    long step = INTERVAL_SECONDS * 1_000L;
    long first = Math.ceilDiv(target.fromMillis() - target.offsetMillis(), step) * step;
    for (long at = first + target.offsetMillis(); at < target.toMillis(); at += step) {
      scrape.at(at);
    }
  }

  private void sample(
      String family, String type, String name, String labels, long millis, double value) {
    families
        .computeIfAbsent(family, f -> new StringBuilder("# TYPE " + f + " " + type + "\n"))
        .append(name)
        .append('{')
        .append(labels)
        .append("} ")
        .append(value)
        .append(' ')
        .append(BigDecimal.valueOf(millis, 3).toPlainString())
        .append('\n');
  }
}
