package dev.inquest.connectors.prometheus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Sorts listed series into families. The kind comes from the metadata where there is any (it lives
 * only as long as the scraped target) and else from the naming conventions of the exposition
 * format.
 */
final class Families {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]{0,300}");
  private static final Set<String> HIDDEN = Set.of("__name__", "le", "quantile");

  private final List<String> serviceLabels;
  private final Set<String> services;
  private final Map<String, String> types;

  /**
   * @param types from metric name to {@code counter, gauge, histogram, summary}, where known
   */
  Families(List<String> serviceLabels, Set<String> services, Map<String, String> types) {
    this.serviceLabels = serviceLabels;
    this.services = services;
    this.types = types;
  }

  private record Key(String base, String serviceLabel) {}

  private record Found(FamilyKind kind, Set<Map<String, String>> labelSets) {}

  /** Small families first, so that one with very many label sets does not crowd out the others. */
  List<Family> of(List<Map<String, String>> listed) {
    Set<String> names = new TreeSet<>();
    listed.forEach(labels -> names.add(labels.getOrDefault("__name__", "")));
    Map<Key, Found> found = new HashMap<>();
    for (Map<String, String> labels : listed) {
      String name = labels.getOrDefault("__name__", "");
      String serviceLabel = serviceLabel(labels);
      if (serviceLabel.isEmpty() || !NAME.matcher(name).matches() || name.endsWith("_created")) {
        continue;
      }
      String base = base(name, names, labels);
      found
          .computeIfAbsent(
              new Key(base, serviceLabel),
              k -> new Found(kind(base, names, labels), new HashSet<>()))
          .labelSets()
          .add(visible(labels));
    }
    return found.entrySet().stream()
        .map(e -> family(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingInt(Family::series).thenComparing(Family::name))
        .toList();
  }

  private static Family family(Key key, Found found) {
    return new Family(key.base(), found.kind(), key.serviceLabel(), found.labelSets().size());
  }

  /** The first label, in order of the configuration, that names a wanted service. */
  String serviceLabel(Map<String, String> labels) {
    for (String label : serviceLabels) {
      String value = labels.get(label);
      if (value != null && !value.isEmpty() && (services.isEmpty() || services.contains(value))) {
        return label;
      }
    }
    return "";
  }

  private static String base(String name, Set<String> names, Map<String, String> labels) {
    if (name.endsWith("_bucket") && labels.containsKey("le")) {
      return name.substring(0, name.length() - "_bucket".length());
    }
    for (String suffix : List.of("_count", "_sum")) {
      if (name.endsWith(suffix)) {
        String base = name.substring(0, name.length() - suffix.length());
        boolean whole = names.contains(base + "_count") && names.contains(base + "_sum");
        return whole ? base : name;
      }
    }
    return name;
  }

  private FamilyKind kind(String base, Set<String> names, Map<String, String> labels) {
    if (names.contains(base + "_bucket")) {
      return FamilyKind.CLASSIC_HISTOGRAM;
    }
    if (labels.containsKey("quantile")
        || (names.contains(base + "_count") && names.contains(base + "_sum"))) {
      return FamilyKind.SUMMARY;
    }
    String bare = base.endsWith("_total") ? base.substring(0, base.length() - 6) : base;
    String type = types.getOrDefault(base, types.getOrDefault(bare, ""));
    return switch (type) {
      case "counter" -> FamilyKind.COUNTER;
      case "gauge" -> FamilyKind.GAUGE;
      case "histogram" -> FamilyKind.NATIVE_HISTOGRAM;
      default -> isCounterByName(base) ? FamilyKind.COUNTER : FamilyKind.GAUGE;
    };
  }

  private static boolean isCounterByName(String name) {
    return name.endsWith("_total") || name.endsWith("_count") || name.endsWith("_sum");
  }

  private static Map<String, String> visible(Map<String, String> labels) {
    Map<String, String> visible = new TreeMap<>(labels);
    visible.keySet().removeAll(HIDDEN);
    return visible;
  }
}
