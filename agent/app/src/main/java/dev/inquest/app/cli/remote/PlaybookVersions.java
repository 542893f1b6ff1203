package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code inquest playbooks versions}. */
@Command(
    name = "versions",
    mixinStandardHelpOptions = true,
    description = "Says which playbooks are in use, which were approved, and who did what.")
public final class PlaybookVersions extends RemoteCommand {
  @Override
  public Integer call() {
    JsonNode standing = reach().gate(Need.READ).get(PlaybookStandings.PATH);
    return print(
        new Sheet(standing)
            .facts(PlaybookStandings.facts(standing))
            .table(
                "Versions",
                List.of("version", "state", "approved", "by", "proposal"),
                versions(standing))
            .table("Acts", List.of("at", "act", "in use", "by", "reason"), acts(standing)));
  }

  private static List<List<String>> versions(JsonNode standing) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode version : standing.path("versions")) {
      rows.add(
          List.of(
              PlaybookStandings.brief(version, "id"),
              state(standing, Json.text(version, "id")),
              Json.time(version, "at"),
              Json.joined(version.path("approvers")),
              Json.text(version, "proposal")));
    }
    return rows;
  }

  private static String state(JsonNode standing, String id) {
    if (id.equals(Json.text(standing, "in_use"))) {
      return "in use";
    }
    return id.equals(Json.text(standing, "shadow")) ? "shadow" : Json.NONE;
  }

  private static List<List<String>> acts(JsonNode standing) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode act : standing.path("acts")) {
      rows.add(
          List.of(
              Json.time(act, "at"),
              Json.text(act, "act"),
              PlaybookStandings.brief(act, "in_use"),
              Json.text(act, "by"),
              Json.text(act, "reason")));
    }
    return rows;
  }
}
