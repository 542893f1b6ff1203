package dev.inquest.app.cli.remote;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.casefile.CoreJson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads answers leniently: a field that is absent is a dash, not an error. */
final class Json {
  static final String NONE = "–";

  private Json() {}

  /**
   * @param subject what is read, for the message
   */
  static JsonNode read(byte[] bytes, String subject) {
    try {
      return CoreJson.mapper().readTree(bytes);
    } catch (JacksonException e) {
      throw new FailureException(
          Failure.permanent("not-json", subject, subject + " is not JSON."), e);
    }
  }

  static ObjectNode object() {
    return CoreJson.mapper().createObjectNode();
  }

  /** A scalar as text; a dash where it is null, absent, or no scalar. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isContainer() ? NONE : value.asString(NONE);
  }

  /** Empty where it is null or absent. */
  static String orEmpty(JsonNode node, String field) {
    String text = text(node, field);
    return text.equals(NONE) ? "" : text;
  }

  /** ISO-8601 to the second, as people read it; anything else as it is. */
  static String time(JsonNode node, String field) {
    String text = text(node, field);
    return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*Z")
        ? text.substring(0, 10) + ' ' + text.substring(11, 19) + 'Z'
        : text;
  }

  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.asString("")));
    return texts;
  }

  /** An object's field names, as an array. */
  static JsonNode names(JsonNode node) {
    ArrayNode names = CoreJson.mapper().createArrayNode();
    node.properties().forEach(field -> names.add(field.getKey()));
    return names;
  }

  static String joined(JsonNode array) {
    return array.isEmpty() ? NONE : String.join(", ", texts(array));
  }
}
