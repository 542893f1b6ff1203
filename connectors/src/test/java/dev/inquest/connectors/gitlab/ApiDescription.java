package dev.inquest.connectors.gitlab;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * The calls that GitLab's REST documentation publishes and we use: method, path, parameters with
 * type and need. A call that is not in it, or differs from it, is a complaint.
 */
final class ApiDescription {
  private final List<JsonNode> operations = new ArrayList<>();

  ApiDescription() throws IOException {
    try (InputStream in = ApiDescription.class.getResourceAsStream("/gitlab/api.json")) {
      JsonMapper.shared().readTree(in).forEach(operations::add);
    }
  }

  /** A call as it came: path decoded segment by segment, parameters by name. */
  record Call(
      String method,
      List<String> path,
      Map<String, List<String>> query,
      Map<String, JsonNode> body) {}

  /** The operation a call is of, with what is wrong about the call. */
  record Match(String id, boolean writes, List<String> complaints) {}

  Optional<Match> match(Call call) {
    return operations.stream().filter(o -> isOf(o, call)).findFirst().map(o -> checked(o, call));
  }

  private static boolean isOf(JsonNode operation, Call call) {
    String published = operation.get("call").stringValue();
    int space = published.indexOf(' ');
    List<String> template = Arrays.asList(published.substring(space + 2).split("/", -1));
    if (!published.substring(0, space).equals(call.method())
        || template.size() != call.path().size()) {
      return false;
    }
    for (int i = 0; i < template.size(); i++) {
      boolean named = template.get(i).startsWith("{");
      if (named ? call.path().get(i).isEmpty() : !template.get(i).equals(call.path().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Match checked(JsonNode operation, Call call) {
    List<String> complaints = new ArrayList<>();
    Map<String, JsonNode> query = new LinkedHashMap<>();
    call.query().forEach((name, values) -> query.put(name, StringNode.valueOf(values.getFirst())));
    compare("query", operation.path("query"), query, true, complaints);
    compare("body", operation.path("body"), call.body(), false, complaints);
    JsonNode items = operation.path("items");
    JsonNode given = call.body().get("actions");
    if (items.isObject() && given != null) {
      for (JsonNode item : given) {
        Map<String, JsonNode> fields = new TreeMap<>();
        item.properties().forEach(e -> fields.put(e.getKey(), e.getValue()));
        compare("actions[]", items, fields, false, complaints);
      }
    }
    return new Match(
        operation.get("id").stringValue(),
        operation.path("writes").booleanValue(false),
        complaints);
  }

  private static void compare(
      String where,
      JsonNode described,
      Map<String, JsonNode> given,
      boolean texts,
      List<String> complaints) {
    given.forEach((name, value) -> {
      if (!described.has(name)) {
        complaints.add(where + " has " + name + ", which is not published");
      } else if (!fits(described.get(name).stringValue(), value, texts)) {
        complaints.add(where + " " + name + " is no " + described.get(name).stringValue());
      }
    });
    described.properties().stream()
        .filter(e -> e.getValue().stringValue().endsWith("!") && !given.containsKey(e.getKey()))
        .forEach(e -> complaints.add(where + " lacks " + e.getKey()));
  }

  /** In a query and in a form all is text; in JSON types must be right. */
  private static boolean fits(String type, JsonNode value, boolean texts) {
    String bare = type.replace("!", "");
    String text = value.isString() ? value.stringValue() : value.toString();
    boolean isText = value.isString();
    return switch (bare) {
      case "string" -> isText;
      case "string[]" -> isText || value.isArray();
      case "object[]" -> value.isArray() && !value.isEmpty();
      case "integer" -> texts ? text.matches("[0-9]+") : value.isIntegralNumber();
      case "boolean" -> texts ? text.matches("true|false") : value.isBoolean();
      case "datetime" -> isText && isTime(text);
      default -> isText && List.of(bare.split("\\|")).contains(text);
    };
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant().isAfter(Instant.EPOCH);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  static Map<String, List<String>> parameters(String encoded) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    if (encoded == null || encoded.isEmpty()) {
      return found;
    }
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
      String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      found.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
    return found;
  }
}
