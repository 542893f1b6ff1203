package dev.inquest.app.investigation;

import dev.inquest.evidence.SeriesId;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a series measures, whichever instance or version it measures it on: a fix replaces both.
 * Names are compared in the spelling that the evidence has.
 */
record SeriesKey(String name, Map<String, String> labels) {
  static SeriesKey of(SeriesId id) {
    Map<String, String> labels = new TreeMap<>();
    id.labels().forEach((name, value) -> labels.put(legal(name), value));
    labels.remove("instance");
    labels.remove("version");
    return new SeriesKey(legal(id.name()), labels);
  }

  private static String legal(String name) {
    return name.replaceAll("[^A-Za-z0-9_:]", "_");
  }

  @Override
  public String toString() {
    return name + labels;
  }
}
