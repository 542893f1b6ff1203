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
  void onlyTheGroupsThatAreAskedForAreJoined() {
    MetricSeries old = series("lag", "x", 0, 10, 1);
    MetricSeries young = series("lag", "y", 10, 20, 5);
    List<MetricSeries> all =
        List.of(old, young, series("cpu", "x", 0, 20, 1), series("cpu", "y", 0, 20, 1));
    assertThat(SeriesMerger.joined(all, List.of(young)))
        .singleElement()
        .satisfies(joined -> {
          assertThat(joined.id()).isEqualTo(SeriesId.of("lag", Map.of("service", "a")));
          assertThat(joined.size()).isEqualTo(20);
        });
    assertThat(SeriesMerger.joined(all, List.of())).isEmpty();
    assertThat(SeriesMerger.joined(List.of(old), List.of(old))).isEmpty();
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

  @Test
  void oneIsFoundAsItStandsAmongAll() {
    List<MetricSeries> all =
        List.of(
            series("lag", "x", 0, 9, 1),
            series("lag", "y", 3, 12, 3),
            series("other", "x", 0, 9, 7));
    for (MetricSeries one : SeriesMerger.merge(all)) {
      MetricSeries found = SeriesMerger.find(all, one.id()).orElseThrow();
      assertThat(found.values(0, found.size())).isEqualTo(one.values(0, one.size()));
      assertThat(found.millisAt(found.size() - 1)).isEqualTo(one.millisAt(one.size() - 1));
    }
    assertThat(SeriesMerger.find(all, SeriesId.of("lag", Map.of("service", "b")))).isEmpty();
  }

  @Test
  void samplesOfOneSlotCountAsTheirMeanAndHolesDoNotCount() {
    SeriesId id = SeriesId.of("lag", Map.of("service", "a", "instance", "x"));
    MetricSeries uneven =
        new MetricSeries(
            id,
            new long[] {0, 400, 1000, 2000, 3000, 4000, 5000},
            new double[] {2, 4, Double.NaN, 8, 8, 8, 8});
    MetricSeries joined =
        SeriesMerger.merge(List.of(uneven, series("lag", "y", 0, 2, 9))).getFirst();
    assertThat(joined.values(0, joined.size())).containsExactly(6, 9, 8, 8, 8, 8);
  }
}
