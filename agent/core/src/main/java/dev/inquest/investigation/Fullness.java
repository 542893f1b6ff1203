package dev.inquest.investigation;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How full a resource is, where its series says so: a share of one, or a percentage. */
public final class Fullness {
  /** Queueing sets in well before the end. */
  public static final double NEARLY_FULL = 0.8;

  private Fullness() {}

  /**
   * The level as a share of what there is.
   *
   * @return empty where the series is a count or a size without a known limit
   */
  public static Optional<Double> share(List<MetricSeries> metrics, SeriesId id, double level) {
    String name = id.name().toLowerCase(Locale.ROOT);
    double largest = largest(metrics, id);
    if (name.contains("percent") && largest <= 100.5) {
      return Optional.of(level / 100);
    }
    boolean ratio =
        name.contains("usage")
            || name.contains("utili")
            || name.contains("ratio")
            || name.contains("saturation");
    return ratio && largest <= 1.005 ? Optional.of(level) : Optional.empty();
  }

  /** Of every series of that name: a share is one wherever it is measured. */
  private static double largest(List<MetricSeries> metrics, SeriesId id) {
    double largest = 0;
    for (MetricSeries series : metrics) {
      if (series.id().name().equals(id.name())) {
        for (int i = 0; i < series.size(); i++) {
          double value = series.valueAt(i);
          largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
        }
      }
    }
    return largest;
  }
}
