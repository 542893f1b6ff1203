package dev.inquest.gate.proposal;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.policy.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An object of a request, read strictly: every key known, every value of its type, all bounded. */
final class Json {
  static final int MAX_CHARS = 1 << 20;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(10)
                          .maxStringLength(MAX_CHARS)
                          .maxNameLength(300)
                          .maxDocumentLength(MAX_CHARS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode node;
  private final String what;

  private Json(JsonNode node, String what) {
    this.node = node;
    this.what = what;
    if (!node.isObject()) {
      throw malformed(what + " must be an object");
    }
  }

  /**
   * @throws FailureException {@code request-malformed}
   */
  static Json read(String text, String what) {
    if (text.length() > MAX_CHARS) {
      throw malformed(what + " is over " + MAX_CHARS + " characters");
    }
    try {
      return new Json(MAPPER.readTree(text), what);
    } catch (JacksonException e) {
      throw malformed(what + " is not the JSON it should be");
    }
  }

  Json onlyKeys(Set<String> allowed) {
    Set<String> unknown = new TreeSet<>(node.propertyNames());
    unknown.removeAll(allowed);
    if (!unknown.isEmpty()) {
      throw malformed(what + " has keys that are not known");
    }
    return this;
  }

  String text(String key) {
    String value = textOrNull(key);
    if (value == null) {
      throw malformed(what + " lacks " + key);
    }
    return value;
  }

  @Nullable String textOrNull(String key) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    return string(value, key);
  }

  List<String> texts(String key, int max) {
    List<String> found = new ArrayList<>();
    for (JsonNode item : array(key, max)) {
      found.add(string(item, key));
    }
    return List.copyOf(found);
  }

  List<Json> objects(String key, int max) {
    List<Json> found = new ArrayList<>();
    for (JsonNode item : array(key, max)) {
      found.add(new Json(item, key));
    }
    return List.copyOf(found);
  }

  Map<String, String> textMap(String key, int max) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return Map.of();
    }
    if (!value.isObject() || value.size() > max) {
      throw malformed(key + " must be an object of at most " + max + " texts");
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      found.put(entry.getKey(), string(entry.getValue(), key));
    }
    return found;
  }

  private Iterable<JsonNode> array(String key, int max) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray() || value.size() > max) {
      throw malformed(key + " must be a list of at most " + max);
    }
    return value;
  }

  private static String string(JsonNode value, String key) {
    if (!value.isString()) {
      throw malformed(key + " must be text");
    }
    return value.stringValue();
  }

  static FailureException malformed(String why) {
    return Refused.because("request-malformed", "request", why);
  }
}
