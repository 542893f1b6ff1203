package dev.inquest.gate.proposal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The gate's own records as JSON columns, keys in snake case. */
public final class StoredJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private StoredJson() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /** An object whose values all are text. */
  public static Map<String, String> readTexts(String json) {
    return MAPPER.readValue(json, new TypeReference<Map<String, String>>() {});
  }

  public static <T> @Nullable T readOrNull(@Nullable String json, Class<T> type) {
    return json == null ? null : MAPPER.readValue(json, type);
  }
}
