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
    StringBuilder out = new StringBuilder(name).append('{');
    labels.forEach((k, v) -> out.append(k).append("=\"").append(v).append("\","));
    out.setCharAt(out.length() - 1, '}');
    return out.toString();
  }
}
