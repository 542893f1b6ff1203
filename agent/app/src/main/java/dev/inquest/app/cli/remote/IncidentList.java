package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists incidents, the newest first.")
final class IncidentList extends RemoteCommand {
  @Mixin private Limit limit;

  @Override
  public Integer call() {
    JsonNode list = Pages.first(reach().agent(Need.READ), "/api/v1/incidents", limit.value());
    return print(sheet(list));
  }

  private static Sheet sheet(JsonNode list) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode incident : list.path("items")) {
      rows.add(
          List.of(
              Json.text(incident, "id"),
              Json.text(incident, "state"),
              Json.time(incident, "opened"),
              Json.text(incident, "service"),
              Json.text(incident.path("diagnosis"), "verdict"),
              Json.text(incident, "title")));
    }
    return new Sheet(list)
        .sentence(rows.isEmpty() ? "No incidents." : "")
        .table(List.of("id", "state", "opened", "service", "verdict", "title"), rows)
        .sentence(Pages.more(list));
  }
}
