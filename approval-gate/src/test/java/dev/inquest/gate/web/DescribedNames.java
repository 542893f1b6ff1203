package dev.inquest.gate.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** The fields that a published description gives an answer, to hold the answer against. */
final class DescribedNames {
  private final Map<String, Object> document;

  DescribedNames(String openApi) {
    this.document = new Yaml(new SafeConstructor(new LoaderOptions())).load(openApi);
  }

  /** Every object of the answer whose fields are not those of the named form. */
  List<String> differences(String form, JsonNode answer) {
    List<String> found = new ArrayList<>();
    compare(form, Map.of("$ref", "#/components/schemas/" + form), answer, found);
    return found;
  }

  private void compare(String where, @Nullable Object schema, JsonNode answer, List<String> found) {
    Map<?, ?> resolved = resolve(schema);
    if (answer.isArray()) {
      answer.forEach(item -> compare(where + "[]", resolved.get("items"), item, found));
    } else if (answer.isObject() && resolved.get("properties") instanceof Map<?, ?> properties) {
      TreeSet<String> described = new TreeSet<>();
      properties.keySet().forEach(name -> described.add(name.toString()));
      TreeSet<String> given = new TreeSet<>(answer.propertyNames());
      if (!described.equals(given)) {
        found.add(where + " has " + given + ", described are " + described);
      }
      answer
          .propertyStream()
          .forEach(e ->
              compare(where + "." + e.getKey(), properties.get(e.getKey()), e.getValue(), found));
    }
  }

  private Map<?, ?> resolve(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> map)) {
      return Map.of();
    }
    if (!(map.get("$ref") instanceof String reference)) {
      return map;
    }
    Object node = document;
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      node = java.util.Objects.requireNonNull(((Map<?, ?>) node).get(step), reference);
    }
    return resolve(node);
  }
}
