package dev.inquest.connectors.slack;

import dev.inquest.gate.decision.DecisionCommand.Choice;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the form that Slack posts: one field {@code payload}, JSON inside. */
final class SlackPayload {
  private static final Map<String, Choice> CHOICES =
      Map.of("approve", Choice.APPROVE, "reject", Choice.REJECT);

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(60)
                          .maxStringLength(200_000)
                          .build())
                  .build())
          .build();

  private SlackPayload() {}

  /**
   * The click, or empty for an interaction we ignore (a link button, another type).
   *
   * @throws IllegalArgumentException where the body is not a form with a JSON payload
   */
  static Optional<SlackClick> read(byte[] body) {
    JsonNode payload = json(field(body));
    JsonNode action = payload.path("actions").path(0);
    Choice choice = CHOICES.get(text(action, "action_id"));
    if (!"block_actions".equals(text(payload, "type")) || choice == null) {
      return Optional.empty();
    }
    String team = text(payload.path("user"), "team_id");
    if (team == null) {
      team = text(payload.path("team"), "id");
    }
    String user = text(payload.path("user"), "id");
    String button = text(action, "value");
    if (team == null || user == null || button == null) {
      throw new IllegalArgumentException("a block action without team, user or value");
    }
    return Optional.of(new SlackClick(team, user, choice, button));
  }

  private static String field(byte[] body) {
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", 20)) {
      if (pair.startsWith("payload=")) {
        return URLDecoder.decode(pair.substring("payload=".length()), StandardCharsets.UTF_8);
      }
    }
    throw new IllegalArgumentException("no field 'payload' in the form");
  }

  private static JsonNode json(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (!node.isObject()) {
        throw new IllegalArgumentException("the payload is not an object");
      }
      return node;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the payload is not JSON", e);
    }
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : null;
  }
}
