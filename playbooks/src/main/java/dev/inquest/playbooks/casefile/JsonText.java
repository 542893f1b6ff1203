package dev.inquest.playbooks.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds JSON whose fields stand in the order they were put. */
final class JsonText {
  private JsonText() {}

  static ObjectNode object() {
    return CoreJson.mapper().createObjectNode();
  }

  static void putIfKnown(ObjectNode object, String name, @Nullable Object value) {
    if (value != null) {
      object.put(name, value.toString());
    }
  }

  static void putIfAny(ObjectNode object, String name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      texts(object, name, texts);
    }
  }

  static void texts(ObjectNode object, String name, Collection<String> texts) {
    ArrayNode array = object.putArray(name);
    texts.forEach(array::add);
  }

  /** An array with one element a line. */
  static <T> byte[] array(List<T> elements, Function<T, JsonNode> form) {
    return elements.stream()
        .map(element -> form.apply(element).toString())
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** One element a line, each line ended. */
  static <T> byte[] lines(List<T> elements, Function<T, JsonNode> form) {
    return elements.stream()
        .map(element -> form.apply(element) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }
}
