package dev.inquest.app.cli.remote;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code inquest playbooks rollback}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Goes back to the playbooks that were in use before, at once.")
public final class PlaybookRollback extends RemoteCommand {
  @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
  private @Nullable String reason;

  @Override
  public Integer call() {
    Api gate = reach().gate(Need.GO_BACK);
    Map<String, String> body = new LinkedHashMap<>();
    body.put("from", Json.text(gate.get(PlaybookStandings.PATH), "in_use"));
    if (reason != null) {
      body.put("reason", reason);
    }
    return print(PlaybookStandings.done(gate.post(PlaybookStandings.PATH + "/rollback", body)));
  }
}
