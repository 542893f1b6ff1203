package dev.inquest.app.cli.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code inquest playbooks show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Shows one approved version: who approved it, and how it differs from what is in use.")
public final class PlaybookShow extends RemoteCommand {
  @Parameters(
      paramLabel = "VERSION",
      converter = Ids.Version.class,
      description = "Its digest or the beginning of it, or built-in.")
  private String version = "";

  @Override
  public Integer call() {
    Api gate = reach().gate(Need.READ);
    String id = PlaybookStandings.version(gate.get(PlaybookStandings.PATH), version);
    JsonNode found = gate.get(PlaybookStandings.PATH + "/" + id);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("version", Json.text(found, "id"));
    facts.put("sha256", Json.text(found, "sha256"));
    facts.put("playbooks", Json.joined(Json.names(found.path("files"))));
    facts.put("made to follow", Json.text(found, "parent"));
    facts.put("proposal", Json.text(found, "proposal"));
    facts.put("approved by", Json.joined(found.path("approvers")));
    facts.put("at", Json.time(found, "at"));
    return print(
        new Sheet(found)
            .facts(facts)
            .heading("From what is in use")
            .sentence(Json.orEmpty(found, "diff").isEmpty() ? "No difference." : "")
            .block("diff", Json.orEmpty(found, "diff")));
  }
}
