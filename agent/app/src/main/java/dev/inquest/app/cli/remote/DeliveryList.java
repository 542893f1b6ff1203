package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists deliveries, the newest first.")
final class DeliveryList extends RemoteCommand {
  /** How far one is. */
  enum State {
    RECEIVED,
    INTERPRETED,
    IGNORED,
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Mixin private Limit limit;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private @Nullable State state;

  @Override
  public Integer call() {
    String path = "/api/v1/deliveries" + (state == null ? "" : "?state=" + state);
    return print(sheet(Pages.first(reach().agent(Need.READ), path, limit.value())));
  }

  private static Sheet sheet(JsonNode list) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode delivery : list.path("items")) {
      rows.add(
          List.of(
              Json.text(delivery, "id"),
              Json.text(delivery, "source"),
              Json.time(delivery, "received"),
              Json.text(delivery, "state"),
              Json.text(delivery, "attempts"),
              Json.text(delivery, "bytes"),
              Json.text(delivery, "error")));
    }
    return new Sheet(list)
        .sentence(rows.isEmpty() ? "No deliveries." : "")
        .table(List.of("id", "source", "received", "state", "failed tries", "bytes", "error"), rows)
        .sentence(Pages.more(list));
  }
}
