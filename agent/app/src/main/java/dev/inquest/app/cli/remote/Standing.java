package dev.inquest.app.cli.remote;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether actuation is paused. */
final class Standing {
  private Standing() {}

  /**
   * @param verb pause or resume
   */
  static Sheet set(Api gate, String verb, @Nullable String reason) {
    Map<String, String> body = reason == null ? Map.of() : Map.of("reason", reason);
    JsonNode standing = gate.post("/api/v1/" + verb, body);
    String why = Json.orEmpty(standing, "reason");
    return new Sheet(standing)
        .sentence(
            "Actuation %s, says %s at %s%s"
                .formatted(
                    standing.path("paused").asBoolean(false) ? "is paused" : "goes on",
                    Json.text(standing, "by"),
                    Json.time(standing, "at"),
                    why.isEmpty() ? "." : ": " + why));
  }
}
