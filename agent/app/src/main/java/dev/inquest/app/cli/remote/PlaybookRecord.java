package dev.inquest.app.cli.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** {@code inquest playbooks record}. */
@Command(
    name = "record",
    mixinStandardHelpOptions = true,
    description =
        "How the playbooks in use and those in the shadow did on the same live incidents.")
public final class PlaybookRecord extends RemoteCommand {
  @Override
  public Integer call() {
    JsonNode record = reach().agent(Need.READ).get(PlaybookStandings.PATH + "/record");
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode pair : record.path("items")) {
      rows.add(
          List.of(
              PlaybookStandings.brief(pair, "shown"),
              PlaybookStandings.brief(pair, "other"),
              Json.text(pair, "incidents"),
              Json.text(pair, "labelled"),
              Json.text(pair, "shownRight"),
              Json.text(pair, "otherRight"),
              Json.text(pair, "onlyShown"),
              Json.text(pair, "onlyOther"),
              String.format(Locale.ROOT, "%.3f", pair.path("p").asDouble(1))));
    }
    return print(
        new Sheet(record)
            .sentence(rows.isEmpty() ? "No incident was diagnosed by two catalogues yet." : "")
            .table(
                List.of(
                    "shown",
                    "unseen",
                    "incidents",
                    "labelled",
                    "shown right",
                    "unseen right",
                    "only shown",
                    "only unseen",
                    "p"),
                rows));
  }
}
