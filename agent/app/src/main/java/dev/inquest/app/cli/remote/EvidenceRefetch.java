package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ExitCodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "refetch",
    mixinStandardHelpOptions = true,
    description = "Asks the source the same question again and compares the answers' SHA-256.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the answer is the same",
      "1:it differs, or something failed",
      "2:the command line is wrong",
      "3:it cannot be asked again; the answer says why"
    })
final class EvidenceRefetch extends RemoteCommand {
  @Parameters(
      index = "0",
      paramLabel = "INCIDENT",
      converter = Ids.Incident.class,
      description = "The incident's id.")
  private String incident = "";

  @Parameters(
      index = "1",
      paramLabel = "eN",
      converter = Ids.Evidence.class,
      description = "The evidence's id.")
  private String id = "";

  @Override
  public Integer call() {
    say("Asking again for " + id + " …");
    JsonNode answer =
        reach()
            .agent(Need.OPERATE)
            .post("/api/v1/incidents/" + incident + "/evidence/" + id + "/refetch", Json.object());
    print(sheet(answer));
    return switch (Json.text(answer, "outcome")) {
      case "same" -> ExitCodes.DONE;
      case "cannot_be_asked" -> ExitCodes.PARTIAL;
      default -> ExitCodes.FAILURE;
    };
  }

  private static Sheet sheet(JsonNode answer) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("stored sha256", Json.text(answer, "sha256"));
    facts.put("now sha256", Json.text(answer, "again_sha256"));
    facts.put("stored size", Figures.bytes(answer.path("bytes")));
    facts.put("now size", Figures.bytes(answer.path("again_bytes")));
    return new Sheet(answer)
        .sentence(verdict(answer))
        .sentence(Json.orEmpty(answer, "why"))
        .facts(facts)
        .table("Rests on", List.of("id", "kind", "source", "what"), EvidenceShow.basis(answer));
  }

  private static String verdict(JsonNode answer) {
    String id = Json.text(answer, "id");
    return switch (Json.text(answer, "outcome")) {
      case "same" -> id + ": the source still gives the same answer.";
      case "differs" -> id + ": the source now gives a different answer.";
      default -> id + " cannot be asked again.";
    };
  }
}
