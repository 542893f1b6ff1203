package dev.inquest.connectors.prometheus;

import java.util.List;

/**
 * The name and scale of a metric in Inquest's units: durations are seconds.
 *
 * @param name with a unit of time other than seconds replaced
 * @param factor what a value is multiplied by
 */
record Unit(String name, double factor) {
  private record Spelling(String suffix, double factor) {}

  private static final List<Spelling> OTHER =
      List.of(
          new Spelling("_milliseconds", 1e-3),
          new Spelling("_millis", 1e-3),
          new Spelling("_ms", 1e-3),
          new Spelling("_microseconds", 1e-6),
          new Spelling("_nanoseconds", 1e-9));

  static Unit of(String name) {
    String total = name.endsWith("_total") ? "_total" : "";
    String bare = name.substring(0, name.length() - total.length());
    for (Spelling other : OTHER) {
      if (bare.endsWith(other.suffix())) {
        String stem = bare.substring(0, bare.length() - other.suffix().length());
        return new Unit(stem + "_seconds" + total, other.factor());
      }
    }
    return new Unit(name, 1);
  }
}
