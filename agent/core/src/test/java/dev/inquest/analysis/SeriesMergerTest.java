package dev.inquest.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesMergerTest {
  private static MetricSeries series(String name, String instance, int from, int to, double value) {
    long[] times = new long[to - from];
    double[] values = new double[to - from];
    for (int i = 0; i < times.length; i++) {
      times[i] = 1000L * (from + i);
      values[i] = value;
    }
    return new MetricSeries(
        SeriesId.of(name, Map.of("service", "a", "instance", instance)), times, values);
  }

  @Test
  void aReplacedInstanceGoesOnInTheServicesSeries() {
    List<MetricSeries> merged =
        SeriesMerger.merge(List.of(series("lag", "x", 0, 10, 1), series("lag", "y", 10, 20, 5)));
    assertThat(merged).hasSize(3);
    MetricSeries joined = merged.getFirst();
    assertThat(joined.id()).isEqualTo(SeriesId.of("lag", Map.of("service", "a")));
    assertThat(joined.size()).isEqualTo(20);
    assertThat(joined.valueAt(9)).isEqualTo(1);
    assertThat(joined.valueAt(10)).isEqualTo(5);
  }

  @Test
  void levelsAreAveragedAndTrafficIsAddedUp() {
    assertThat(
            SeriesMerger.merge(
                    List.of(series("latency", "x", 0, 9, 1), series("latency", "y", 0, 9, 3)))
                .getFirst()
                .valueAt(4))
        .isEqualTo(2);
    assertThat(
            SeriesMerger.merge(
                    List.of(series("requests", "x", 0, 9, 1), series("requests", "y", 0, 9, 3)))
                .getFirst()
                .valueAt(4))
        .isEqualTo(4);
  }

  @Test
  void aGapStaysAGap() {
    List<MetricSeries> merged =
        SeriesMerger.merge(List.of(series("lag", "x", 0, 5, 1), series("lag", "y", 30, 35, 5)));
    assertThat(merged.getFirst().size()).isEqualTo(10);
  }
}
