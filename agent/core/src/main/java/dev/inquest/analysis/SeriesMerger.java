package dev.inquest.analysis;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Joins series that differ in instance or version only. A deploy replaces instances, and with them
 * series: what a service did before and after is only seen in the joined one. Levels are averaged,
 * traffic is added up.
 */
public final class SeriesMerger {
  private SeriesMerger() {}

  /**
   * The joined series, then the single ones of groups with more than one; in order of their ids.
   */
  public static List<MetricSeries> merge(List<MetricSeries> series) {
    SortedMap<String, List<MetricSeries>> groups = new TreeMap<>();
    series.stream()
        .sorted(Comparator.comparing(s -> s.id().toString()))
        .forEach(
            s -> groups.computeIfAbsent(group(s.id()).toString(), k -> new ArrayList<>()).add(s));
    List<MetricSeries> merged = new ArrayList<>();
    for (List<MetricSeries> group : groups.values()) {
      if (group.size() > 1) {
        merged.add(join(group));
      }
      merged.addAll(group);
    }
    return merged;
  }

  private static SeriesId group(SeriesId id) {
    SortedMap<String, String> labels = new TreeMap<>(id.labels());
    labels.remove("instance");
    labels.remove("version");
    return new SeriesId(id.name(), labels);
  }

  private static MetricSeries join(List<MetricSeries> group) {
    long step = step(group);
    long origin = group.stream().mapToLong(s -> s.millisAt(0)).min().orElse(0);
    boolean adds = Symptom.of(group.getFirst().id()) == Symptom.TRAFFIC;
    SortedMap<Long, double[]> slots = new TreeMap<>();
    for (MetricSeries series : group) {
      means(series, origin, step)
          .forEach((slot, mean) -> {
            double[] sum = slots.computeIfAbsent(slot, k -> new double[2]);
            sum[0] += mean;
            sum[1]++;
          });
    }
    long[] times = new long[slots.size()];
    double[] values = new double[slots.size()];
    int at = 0;
    for (Map.Entry<Long, double[]> slot : slots.entrySet()) {
      times[at] = origin + slot.getKey() * step;
      values[at++] = adds ? slot.getValue()[0] : slot.getValue()[0] / slot.getValue()[1];
    }
    return new MetricSeries(group(group.getFirst().id()), times, values);
  }

  private static SortedMap<Long, Double> means(MetricSeries series, long origin, long step) {
    SortedMap<Long, double[]> sums = new TreeMap<>();
    for (int i = 0; i < series.size(); i++) {
      if (Double.isFinite(series.valueAt(i))) {
        double[] sum =
            sums.computeIfAbsent((series.millisAt(i) - origin) / step, k -> new double[2]);
        sum[0] += series.valueAt(i);
        sum[1]++;
      }
    }
    SortedMap<Long, Double> means = new TreeMap<>();
    sums.forEach((slot, sum) -> means.put(slot, sum[0] / sum[1]));
    return means;
  }

  /** The median gap between neighbouring samples, in milliseconds. */
  private static long step(List<MetricSeries> group) {
    long[] gaps =
        group.stream()
            .flatMapToLong(s ->
                java.util.stream.IntStream.range(1, s.size())
                    .mapToLong(i -> s.millisAt(i) - s.millisAt(i - 1)))
            .toArray();
    Arrays.sort(gaps);
    return gaps.length == 0 ? 1000 : Math.max(1, gaps[gaps.length / 2]);
  }
}
