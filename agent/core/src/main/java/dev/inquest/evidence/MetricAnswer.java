package dev.inquest.evidence;

import java.util.List;

/**
 * @param query what was really asked, such that the same can be asked again
 * @param warnings the source's own (partial data), and what was left out
 * @param truncated whether a limit cut the answer
 */
public record MetricAnswer(
    String query, List<MetricSeries> series, List<String> warnings, boolean truncated) {
  public MetricAnswer {
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }
}
