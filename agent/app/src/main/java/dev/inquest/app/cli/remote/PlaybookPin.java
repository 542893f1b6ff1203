package dev.inquest.app.cli.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code inquest playbooks pin}. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    description =
        "Puts an approved version in use; what was in use diagnoses along from then on, unseen.")
public final class PlaybookPin extends RemoteCommand {
  @Parameters(
      paramLabel = "VERSION",
      converter = Ids.Version.class,
      description = "Its digest or the beginning of it, or built-in.")
  private String version = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
  private @Nullable String reason;

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = "In whose name, where the configuration holds tokens of several people.")
  private @Nullable String person;

  @Override
  public Integer call() {
    Api gate = reach().gateAs(person);
    JsonNode standing = gate.get(PlaybookStandings.PATH);
    Map<String, String> body = new LinkedHashMap<>();
    body.put("version", PlaybookStandings.version(standing, version));
    body.put("from", Json.text(standing, "in_use"));
    if (reason != null) {
      body.put("reason", reason);
    }
    return print(PlaybookStandings.done(gate.post(PlaybookStandings.PATH + "/pin", body)));
  }
}
