package dev.inquest.app.cli.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What approving and rejecting share: the digest that is sent is the one that was shown. */
abstract class Decision extends RemoteCommand {
  private static final int MAX_REASON_CHARS = 2_000;

  @Parameters(paramLabel = "PROPOSAL", converter = Ids.Proposal.class, description = "Its id.")
  private String id = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
  private @Nullable String reason;

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = "In whose name, where the configuration holds tokens of several people.")
  private @Nullable String person;

  /** The gate, as the person who decides. */
  final Api gate() {
    if (reason != null && reason.length() > MAX_REASON_CHARS) {
      throw usage("--reason has at most " + MAX_REASON_CHARS + " characters.");
    }
    return reach().gateAs(person);
  }

  final JsonNode proposal(Api gate) {
    return gate.get(path());
  }

  private String path() {
    return "/api/v1/proposals/" + id;
  }

  /**
   * @param choice approve or reject
   */
  final int send(Api gate, String choice, String digest) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("decision", choice);
    body.put("digest", digest);
    if (reason != null) {
      body.put("reason", reason);
    }
    JsonNode recorded = gate.post(path() + "/decisions", body);
    ObjectNode answer = Json.object();
    answer.put("proposal", id).put("decision", choice).put("digest", digest);
    answer.put("state", Json.text(recorded, "state"));
    answer.set("note", recorded.path("note"));
    return print(
        new Sheet(answer)
            .sentence(
                "Recorded: %s. The proposal is %s now."
                    .formatted(choice, Json.text(recorded, "state")))
            .sentence(Json.orEmpty(recorded, "note"))
            .facts(Map.of("digest", digest)));
  }
}
