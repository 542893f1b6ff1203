package dev.inquest.playbooks.casefile;

import dev.inquest.evidence.SeriesId;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What OpenMetrics lets a name hold, and how it writes a series' identity. */
final class OpenMetricsNames {
  private OpenMetricsNames() {}

  static SeriesId legal(SeriesId id) {
    TreeMap<String, String> labels = new TreeMap<>();
    id.labels().forEach((name, value) -> labels.put(legal(name, false), value));
    return new SeriesId(legal(id.name(), true), labels);
  }

  /** {@code name{a="1",b="2"}} with its escapes. */
  static String prefix(SeriesId id) {
    if (id.labels().isEmpty()) {
      return id.name();
    }
    StringJoiner labels = new StringJoiner(",", id.name() + "{", "}");
    for (Map.Entry<String, String> label : id.labels().entrySet()) {
      labels.add(label.getKey() + "=\"" + escape(label.getValue()) + "\"");
    }
    return labels.toString();
  }

  static boolean mayHold(char c, boolean first, boolean colon) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (colon && c == ':') || (!first && c >= '0' && c <= '9');
  }

  private static String legal(String name, boolean colon) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean legal = mayHold(c, out.isEmpty(), colon);
      boolean digitFirst = !legal && out.isEmpty() && c >= '0' && c <= '9';
      out.append(legal ? String.valueOf(c) : digitFirst ? "_" + c : "_");
    }
    return out.isEmpty() ? "_" : out.toString();
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
