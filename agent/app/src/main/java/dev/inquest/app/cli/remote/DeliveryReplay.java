package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.failure.FailureException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Interprets stored deliveries again; what was understood before changes nothing.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:all were interpreted",
      "1:none was",
      "2:the command line is wrong",
      "3:some were"
    })
final class DeliveryReplay extends RemoteCommand {
  @Parameters(arity = "1..*", paramLabel = "ID", description = "Numbers of deliveries.")
  private List<Long> ids = List.of();

  @Override
  public Integer call() {
    Api agent = reach().agent(Need.OPERATE);
    ObjectNode all = Json.object();
    ArrayNode items = all.putArray("items");
    List<List<String>> rows = new ArrayList<>();
    for (long id : ids) {
      try {
        JsonNode done = agent.post("/api/v1/deliveries/" + id + "/replay", Json.object());
        items.add(done);
        rows.add(row(done));
      } catch (FailureException e) {
        if (ids.size() == 1 || e.failure().code().startsWith("http-40")) {
          throw e;
        }
        say("Delivery " + id + ": " + e.failure().message());
      }
    }
    print(new Sheet(all).table(List.of("id", "source", "was", "is", "alerts", "incidents"), rows));
    return exitCode(rows.size());
  }

  private int exitCode(int done) {
    if (done == ids.size()) {
      return ExitCodes.DONE;
    }
    return done == 0 ? ExitCodes.FAILURE : ExitCodes.PARTIAL;
  }

  private static List<String> row(JsonNode done) {
    return List.of(
        Json.text(done, "id"),
        Json.text(done, "source"),
        Json.text(done, "was"),
        Json.text(done, "state"),
        Json.text(done, "alerts"),
        Json.joined(done.path("incidents")));
  }
}
