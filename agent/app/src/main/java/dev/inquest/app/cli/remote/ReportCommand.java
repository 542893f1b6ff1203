package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ExitCodes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code inquest report INCIDENT|mttr}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Prints an incident's report, or the time to recover over all of them.")
public final class ReportCommand implements Callable<Integer> {
  private static final String FLEET = "mttr";

  /** How it is told. */
  enum Format {
    TEXT,
    HTML,
    MD,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec;

  @Mixin private Reach reach;

  @Parameters(
      paramLabel = "INCIDENT|mttr",
      converter = Ids.Incident.class,
      description = "An incident's id, or mttr for all that are resolved.")
  private String subject = "";

  @Option(
      names = {"--format", "-o", "--output"},
      paramLabel = "FORMAT",
      description = "html, md (default) or json; text is read as it is on a terminal.")
  private Format format = Format.MD;

  @Override
  public Integer call() {
    Api agent = reach.agent(Need.READ);
    boolean fleet = subject.equals(FLEET);
    if (fleet && format == Format.TEXT) {
      print(fleet(agent.get("/api/v1/mttr")).text(RemoteCommand.style()));
      return ExitCodes.DONE;
    }
    String path = fleet ? "/api/v1/mttr" : "/api/v1/incidents/" + subject + "/report";
    String wire = (format == Format.TEXT ? Format.MD : format).toString();
    String report = new String(agent.bytes(path + "?format=" + wire), StandardCharsets.UTF_8);
    print(format == Format.JSON ? Printable.json(report) : Printable.block(report));
    return ExitCodes.DONE;
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text.endsWith("\n") ? text : text + "\n");
    spec.commandLine().getOut().flush();
  }

  private static Sheet fleet(JsonNode figures) {
    return new Sheet(figures)
        .heading("Incidents that were fixed")
        .table(List.of("phase", "n", "p50", "p90"), phases(figures.path("fixed")))
        .heading("Incidents that healed by themselves")
        .table(List.of("phase", "n", "p50", "p90"), phases(figures.path("self_resolved")));
  }

  private static List<List<String>> phases(JsonNode phases) {
    List<List<String>> rows = new ArrayList<>();
    for (String name : List.of("detect", "diagnose", "approve", "remediate", "recover", "total")) {
      JsonNode phase = phases.path(name);
      rows.add(
          List.of(
              name,
              Json.text(phase, "n"),
              Figures.seconds(phase.path("p50_s")),
              Figures.seconds(phase.path("p90_s"))));
    }
    return rows;
  }
}
