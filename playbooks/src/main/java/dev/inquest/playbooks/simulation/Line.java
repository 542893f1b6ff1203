package dev.inquest.playbooks.simulation;

import java.util.Map;

/**
 * What somebody logs while a fault is there.
 *
 * @param service who says it: a part, or the cluster
 * @param severity OpenTelemetry's number
 * @param perMinute how often at most
 */
record Line(
    String service, int severity, String text, Map<String, String> attributes, double perMinute) {
  Line {
    attributes = Map.copyOf(attributes);
  }

  static Line error(String service, String text) {
    return new Line(service, 17, text, Map.of(), 5);
  }

  static Line warning(String service, String text) {
    return new Line(service, 13, text, Map.of(), 4);
  }
}
