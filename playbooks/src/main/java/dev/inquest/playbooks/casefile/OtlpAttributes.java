package dev.inquest.playbooks.casefile;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OTLP attributes as texts: numbers and booleans as they are written, arrays and maps as compact
 * JSON. At most {@link #MAX_ATTRIBUTES} of at most {@link #MAX_CHARACTERS} are kept.
 */
final class OtlpAttributes {
  static final int MAX_ATTRIBUTES = 128;
  static final int MAX_CHARACTERS = 8_192;

  private OtlpAttributes() {}

  static Map<String, String> read(JsonCursor cursor) {
    Map<String, String> all = new TreeMap<>();
    cursor.elements(() -> {
      String[] pair = {"", ""};
      cursor.fields(name -> {
        switch (name) {
          case "key" -> pair[0] = cursor.name();
          case "value" -> pair[1] = anyValue(cursor);
          default -> cursor.skip();
        }
      });
      if (all.size() < MAX_ATTRIBUTES) {
        all.put(pair[0], pair[1]);
      }
    });
    return all;
  }

  /** An {@code AnyValue} as text; empty where it holds nothing. */
  static String anyValue(JsonCursor cursor) {
    if (cursor.isNull()) {
      return "";
    }
    String[] value = {""};
    cursor.fields(name ->
        value[0] =
            switch (name) {
              case "stringValue", "intValue", "doubleValue", "boolValue", "bytesValue" ->
                  cursor.isNull() ? "" : String.valueOf(cursor.textOrNull());
              default -> cursor.raw();
            });
    return cut(value[0]);
  }

  static void write(ArrayNode attributes, String key, String value) {
    ObjectNode attribute = attributes.addObject();
    attribute.put("key", key);
    attribute.putObject("value").put("stringValue", value);
  }

  static void write(ArrayNode attributes, Map<String, String> all) {
    new TreeMap<>(all).forEach((key, value) -> write(attributes, key, value));
  }

  private static String cut(String text) {
    return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS);
  }
}
