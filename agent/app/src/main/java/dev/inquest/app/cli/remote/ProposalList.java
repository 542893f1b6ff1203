package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists proposals, the newest first.")
final class ProposalList extends RemoteCommand {
  @Mixin private Limit limit;

  @Option(
      names = "--incident",
      paramLabel = "INCIDENT",
      converter = Ids.Incident.class,
      description = "Only its own.")
  private @Nullable String incident;

  @Override
  public Integer call() {
    String path = "/api/v1/proposals" + (incident == null ? "" : "?incident=" + incident);
    return print(sheet(Pages.first(reach().gate(Need.READ), path, limit.value())));
  }

  private static Sheet sheet(JsonNode list) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode proposal : list.path("items")) {
      rows.add(
          List.of(
              Json.text(proposal, "id"),
              Json.text(proposal, "state"),
              Json.text(proposal, "risk"),
              Json.time(proposal, "created_at"),
              Json.text(proposal, "service"),
              Json.text(proposal, "incident"),
              Json.text(proposal, "title")));
    }
    return new Sheet(list)
        .sentence(rows.isEmpty() ? "No proposals." : "")
        .table(List.of("id", "state", "risk", "made", "service", "incident", "title"), rows)
        .sentence(Pages.more(list));
  }
}
