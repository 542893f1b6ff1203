package dev.inquest.app.cli.remote;

import dev.inquest.gate.playbook.PlaybookFiles;
import dev.inquest.playbooks.evolve.ProvedRun;
import dev.inquest.playbooks.evolve.report.RunOffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code inquest playbooks propose}. */
@Command(
    name = "propose",
    mixinStandardHelpOptions = true,
    description = {
      "Checks the record of a run of evolve, and asks two people at the gate to adopt what it kept.",
      "Rounds are not played again here: evolve --verify does that."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:two people are asked",
      "1:the record does not hold, nothing in it is to be adopted, or the gate refused",
      "2:the command line is wrong",
      "3:the gate has not answered yet"
    })
public final class PlaybookPropose extends RemoteCommand {
  private static final String PATH = PlaybookStandings.PATH + "/proposals";
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int NOT_YET = 3;

  @Parameters(paramLabel = "DIR", description = "The folder of the run.")
  private Path run = Path.of("");

  @Override
  public Integer call() {
    RunOffer offer = ProvedRun.offer(run);
    say("The record holds: " + offer.title());
    Api agent = reach().agent(Need.OPERATE);
    JsonNode asked = agent.post(PATH, body(offer));
    JsonNode answer = answered(agent, Json.text(asked, "request"));
    String state = Json.text(answer, "state");
    print(sheet(answer, state));
    return switch (state) {
      case "waiting" -> NOT_YET;
      case "refused" -> 1;
      default -> 0;
    };
  }

  private static Map<String, Object> body(RunOffer offer) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("before", PlaybookFiles.of(offer.before()).digest());
    body.put("files", offer.after());
    body.put("title", offer.title());
    body.put("description", offer.description());
    body.put("stated", offer.stated());
    return body;
  }

  private static JsonNode answered(Api agent, String request) {
    JsonNode answer = agent.get(PATH + "/" + Api.encoded(request));
    long rounds = PATIENCE.dividedBy(PAUSE);
    for (long i = 0; i < rounds && Json.text(answer, "state").equals("waiting"); i++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      answer = agent.get(PATH + "/" + Api.encoded(request));
    }
    return answer;
  }

  private static Sheet sheet(JsonNode answer, String state) {
    String sentence =
        switch (state) {
          case "waiting" -> "The gate has not answered yet: see `inquest proposals list`.";
          case "refused" -> "The gate refused: " + Json.text(answer, "reason") + ".";
          default ->
              "Asked as "
                  + Json.text(answer, "proposal")
                  + ". When two people have approved it, it diagnoses along, unseen.";
        };
    return new Sheet(answer).sentence(sentence);
  }
}
