package dev.inquest.analysis;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    for (MetricSeries one : inOrder(series)) {
      groups.computeIfAbsent(group(one.id()).toString(), k -> new ArrayList<>()).add(one);
    }
    List<MetricSeries> merged = new ArrayList<>();
    for (List<MetricSeries> group : groups.values()) {
      if (group.size() > 1) {
        merged.add(SeriesJoin.of(group(group.getFirst().id()), group));
      }
      merged.addAll(group);
    }
    return merged;
  }

  /** The one of {@link #merge} with this id, without joining what is not asked for. */
  public static Optional<MetricSeries> find(List<MetricSeries> series, SeriesId id) {
    SeriesId wanted = group(id);
    List<MetricSeries> group =
        inOrder(series.stream().filter(s -> inGroup(s.id(), wanted)).toList());
    return group.size() > 1 && id.equals(wanted)
        ? Optional.of(SeriesJoin.of(wanted, group))
        : group.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The joined series of those groups alone that hold one of some, in order of their ids. */
  public static List<MetricSeries> joined(List<MetricSeries> series, List<MetricSeries> some) {
    SortedMap<String, List<MetricSeries>> groups = new TreeMap<>();
    some.forEach(s -> groups.putIfAbsent(group(s.id()).toString(), new ArrayList<>()));
    if (groups.isEmpty()) {
      return List.of();
    }
    for (MetricSeries one : inOrder(series)) {
      List<MetricSeries> group = groups.get(group(one.id()).toString());
      if (group != null) {
        group.add(one);
      }
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .map(group -> SeriesJoin.of(group(group.getFirst().id()), group))
        .toList();
  }

  private static List<MetricSeries> inOrder(List<MetricSeries> series) {
    return series.stream()
        .map(s -> Map.entry(s.id().toString(), s))
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static boolean inGroup(SeriesId id, SeriesId group) {
    return id.name().equals(group.name()) && group(id).equals(group);
  }

  private static SeriesId group(SeriesId id) {
    SortedMap<String, String> labels = new TreeMap<>(id.labels());
    labels.remove("instance");
    labels.remove("version");
    return new SeriesId(id.name(), labels);
  }
}
