package dev.inquest.app.storage;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.casefile.CoreJson;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON columns, by the core's own mapper. */
public final class StoredJson {
  private static final JsonMapper MAPPER = CoreJson.mapper();

  private StoredJson() {}

  /** JSON that {@code jsonb} takes: it has no NUL, so one becomes U+FFFD. */
  public static String write(Object value) {
    return withoutNul(MAPPER.writeValueAsString(value));
  }

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw unreadable(type, e);
    }
  }

  public static <T> List<T> readList(String json, Class<T> element) {
    JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, element);
    try {
      return MAPPER.readValue(json, list);
    } catch (JacksonException e) {
      throw unreadable(element, e);
    }
  }

  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  private static FailureException unreadable(Class<?> type, JacksonException e) {
    return new FailureException(
        Failure.permanent("stored-json", type.getSimpleName(), "a stored value cannot be read"), e);
  }

  /** A backslash that is itself escaped does not begin an escape. */
  private static String withoutNul(String json) {
    int at = json.indexOf("\\u0000");
    if (at < 0) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (json.startsWith("u0000", i + 1)) {
        out.append("\\ufffd");
        i += 5;
      } else {
        out.append(c).append(json.charAt(++i));
      }
    }
    return out.toString();
  }
}
