package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code metrics.om}: OpenMetrics text, times in seconds, ended by {@code # EOF}.
 *
 * <p>Read: gauges as they are; counters as per-second rates between neighbouring samples, a fall
 * being a reset; classic histograms and summaries as one series a statistic (label {@code
 * statistic}: {@code p50, p95, p99, mean, rate}). Written: gauges only, for that is what series
 * are.
 */
public final class OpenMetricsText {
  private OpenMetricsText() {}

  /**
   * Series in order of name and labels; samples of equal series are joined, the later given winning
   * where times are equal. Characters that a name may not hold become {@code _}.
   */
  public static byte[] write(List<MetricSeries> series) {
    StringBuilder out = new StringBuilder();
    String family = "";
    for (Map.Entry<SeriesId, Map<Long, Double>> entry : joined(series).entrySet()) {
      if (!entry.getKey().name().equals(family)) {
        family = entry.getKey().name();
        out.append("# TYPE ").append(family).append(" gauge\n");
      }
      String prefix = OpenMetricsNames.prefix(entry.getKey());
      entry
          .getValue()
          .forEach((millis, value) ->
              out.append(prefix)
                  .append(' ')
                  .append(number(value))
                  .append(' ')
                  .append(seconds(millis))
                  .append('\n'));
    }
    return out.append("# EOF\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  public static List<MetricSeries> read(byte[] bytes) {
    return read(CaseStream.open(bytes, "metrics.om"), "metrics.om");
  }

  /** In the order of the file. */
  public static List<MetricSeries> read(InputStream in, String file) {
    List<MetricSeries> series = new ArrayList<>();
    new OpenMetricsReading(file, series::addAll).read(in);
    return series;
  }

  private static Map<SeriesId, Map<Long, Double>> joined(List<MetricSeries> series) {
    Map<SeriesId, Map<Long, Double>> joined =
        new TreeMap<>(Comparator.comparing(SeriesId::name).thenComparing(SeriesId::toString));
    for (MetricSeries one : series) {
      Map<Long, Double> samples =
          joined.computeIfAbsent(OpenMetricsNames.legal(one.id()), id -> new TreeMap<>());
      for (int i = 0; i < one.size(); i++) {
        samples.put(one.millisAt(i), one.valueAt(i));
      }
    }
    return joined;
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return Double.toString(value);
  }

  private static String seconds(long millis) {
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
  }
}
