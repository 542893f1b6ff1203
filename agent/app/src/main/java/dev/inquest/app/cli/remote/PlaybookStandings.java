package dev.inquest.app.cli.remote;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the gate says of the playbooks, for people. */
final class PlaybookStandings {
  static final String PATH = "/api/v1/playbooks";
  private static final int SHORT = 12;

  private PlaybookStandings() {}

  /**
   * The one version that is named so.
   *
   * @param given its digest or the beginning of it
   */
  static String version(JsonNode standing, String given) {
    List<String> found =
        Stream.of(standing.path("versions"))
            .flatMap(JsonNode::valueStream)
            .map(version -> Json.text(version, "id"))
            .filter(id -> id.startsWith(given))
            .toList();
    if (found.size() != 1) {
      throw new FailureException(
          Failure.permanent(
              "no-such-version",
              "playbooks",
              found.isEmpty()
                  ? "No approved version begins with "
                      + given
                      + ": see `inquest playbooks versions`."
                  : "Several versions begin with " + given + ": give more of it."));
    }
    return found.getFirst();
  }

  /** After something was done. */
  static Sheet done(JsonNode act) {
    return new Sheet(act)
        .sentence(
            "In use from now on: %s, says %s at %s."
                .formatted(brief(act, "in_use"), Json.text(act, "by"), Json.time(act, "at")))
        .facts(facts(act));
  }

  static Map<String, String> facts(JsonNode act) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("in use", Json.text(act, "in_use"));
    facts.put("a rollback goes to", Json.text(act, "previous"));
    facts.put("diagnoses along, unseen", Json.text(act, "shadow"));
    facts.put("reason", Json.text(act, "reason"));
    return facts;
  }

  /** Enough of a digest to tell versions apart. */
  static String brief(JsonNode node, String field) {
    String id = Json.text(node, field);
    return id.length() > SHORT ? id.substring(0, SHORT) : id;
  }
}
