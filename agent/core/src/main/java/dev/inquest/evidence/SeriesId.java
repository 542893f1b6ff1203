package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A metric's name and labels. Labels with a meaning to the engine: {@code service, instance,
 * version, peer, statistic}.
 */
public record SeriesId(String name, SortedMap<String, String> labels) {
  /** In characters; only to spare copying. */
  private static final int LIKELY_LENGTH = 128;

  public SeriesId {
    requireNonNull(name, "name");
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  public static SeriesId of(String name, Map<String, String> labels) {
    return new SeriesId(name, new TreeMap<>(labels));
  }

  public @Nullable String label(String key) {
    return labels.get(key);
  }

  public @Nullable String service() {
    return labels.get("service");
  }

  public @Nullable String instance() {
    return labels.get("instance");
  }

  public @Nullable String version() {
    return labels.get("version");
  }

  /** {@code name{a="1",b="2"}}, labels in order. */
  @Override
  public String toString() {
    if (labels.isEmpty()) {
      return name;
    }
    StringBuilder out = new StringBuilder(LIKELY_LENGTH).append(name).append('{');
    for (Map.Entry<String, String> label : labels.entrySet()) {
      out.append(label.getKey()).append("=\"").append(label.getValue()).append("\",");
    }
    out.setCharAt(out.length() - 1, '}');
    return out.toString();
  }
}
