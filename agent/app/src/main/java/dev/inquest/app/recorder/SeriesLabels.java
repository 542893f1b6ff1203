package dev.inquest.app.recorder;

import dev.inquest.evidence.SeriesId;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stream's name and labels: the resource's, then the point's own attributes. */
final class SeriesLabels {
  private static final int MAX_LABELS = 24;
  private static final int MAX_VALUE_CHARS = 200;

  private SeriesLabels() {}

  static SeriesId of(String name, Resources who, List<KeyValue> attributes) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (KeyValue attribute : attributes) {
      if (labels.size() >= MAX_LABELS) {
        break;
      }
      String value = Attributes.text(attribute.getValue());
      String label = label(attribute.getKey());
      // The first of two ways to name the same peer wins.
      labels.putIfAbsent(label, value.substring(0, Math.min(value.length(), MAX_VALUE_CHARS)));
    }
    labels.put("service", who.service());
    if (who.instance() != null) {
      labels.put("instance", who.instance());
    }
    if (who.version() != null) {
      labels.put("version", who.version());
    }
    return new SeriesId(name, labels);
  }

  private static String label(String key) {
    return switch (key) {
      case "peer.service", "server.address", "net.peer.name" -> "peer";
      case "service", "instance", "version", "statistic" -> "attribute_" + key;
      default -> MetricUnit.spelling(key);
    };
  }
}
