package dev.inquest.app.recorder;

import java.util.Map;

/**
 * A metric's name and unit as the engine wants them: durations in seconds, names in Prometheus'
 * spelling.
 *
 * @param factor multiplies values
 */
record MetricUnit(String name, double factor) {
  private static final Map<String, Double> SECONDS =
      Map.ofEntries(
          Map.entry("s", 1.0),
          Map.entry("seconds", 1.0),
          Map.entry("ms", 1e-3),
          Map.entry("milliseconds", 1e-3),
          Map.entry("us", 1e-6),
          Map.entry("µs", 1e-6),
          Map.entry("microseconds", 1e-6),
          Map.entry("ns", 1e-9),
          Map.entry("nanoseconds", 1e-9),
          Map.entry("min", 60.0),
          Map.entry("minutes", 60.0),
          Map.entry("h", 3600.0),
          Map.entry("hours", 3600.0));

  static MetricUnit of(String name, String unit) {
    String spelt = spelling(name);
    Double factor = SECONDS.get(unit);
    if (factor != null) {
      String bare = spelt.replaceFirst("_(milliseconds|microseconds|nanoseconds|ms|us|ns)$", "");
      return new MetricUnit(withSuffix(bare, "_seconds"), factor);
    }
    if (unit.equals("By") || unit.equals("bytes")) {
      return new MetricUnit(withSuffix(spelt, "_bytes"), 1);
    }
    return new MetricUnit(spelt, 1);
  }

  /** Letters, digits and underscores, not a digit first. */
  static String spelling(String name) {
    String spelt = Attributes.cut(name).replaceAll("[^a-zA-Z0-9_]", "_");
    return spelt.isEmpty() || Character.isDigit(spelt.charAt(0)) ? "_" + spelt : spelt;
  }

  private static String withSuffix(String name, String suffix) {
    return name.endsWith(suffix) ? name : name + suffix;
  }
}
