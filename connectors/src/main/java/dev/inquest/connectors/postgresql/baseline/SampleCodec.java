package dev.inquest.connectors.postgresql.baseline;

import dev.inquest.evidence.BaselineStore.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sample as compact JSON: {@code {"reset": ms, "complete": true, "rows": [[key, since, v1, …]]}}.
 */
public final class SampleCodec {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final double THOUSANDTHS = 1_000.0;

  private SampleCodec() {}

  public static String write(CounterSample sample) {
    ObjectNode root = JSON.createObjectNode();
    root.put("reset", sample.resetMillis());
    root.put("complete", sample.complete());
    ArrayNode rows = root.putArray("rows");
    sample
        .counters()
        .forEach((key, counters) -> {
          ArrayNode row = rows.addArray().add(key).add(counters.sinceMillis());
          counters.values().forEach(value -> number(row, value));
        });
    return JSON.writeValueAsString(root);
  }

  public static CounterSample read(Snapshot snapshot) {
    JsonNode root = JSON.readTree(snapshot.content());
    Map<String, Counters> counters = new LinkedHashMap<>();
    for (JsonNode row : root.path("rows")) {
      List<Double> values = new ArrayList<>();
      for (int i = 2; i < row.size(); i++) {
        values.add(row.get(i).asDouble());
      }
      counters.put(row.get(0).asString(), new Counters(row.get(1).asLong(), values));
    }
    return new CounterSample(
        snapshot.at(), root.path("reset").asLong(), root.path("complete").asBoolean(), counters);
  }

  /** Texts by statement id. */
  static String writeTexts(Map<String, String> texts) {
    return JSON.writeValueAsString(texts);
  }

  static Map<String, String> readTexts(Snapshot snapshot) {
    Map<String, String> texts = new LinkedHashMap<>();
    JSON.readTree(snapshot.content())
        .properties()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    return texts;
  }

  private static void number(ArrayNode row, double value) {
    if (value == Math.rint(value)) {
      row.add((long) value);
    } else {
      row.add(Math.round(value * THOUSANDTHS) / THOUSANDTHS);
    }
  }
}
