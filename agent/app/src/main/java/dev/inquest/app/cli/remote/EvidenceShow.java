package dev.inquest.app.cli.remote;

import dev.inquest.app.cli.ExitCodes;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one piece of evidence and checks its digest.")
final class EvidenceShow extends RemoteCommand {
  private static final int MAX_LINES = 40;
  private static final int MAX_LINE_CHARS = 400;

  @Parameters(
      index = "0",
      paramLabel = "INCIDENT",
      converter = Ids.Incident.class,
      description = "The incident's id.")
  private String incident = "";

  @Parameters(
      index = "1",
      paramLabel = "eN",
      converter = Ids.Evidence.class,
      description = "The evidence's id.")
  private String id = "";

  @Option(
      names = "--raw",
      description = "The stored bytes and nothing else; for a file or a pipe, not a terminal.")
  private boolean raw;

  @Override
  public Integer call() {
    Api agent = reach().agent(Need.READ);
    String path = "/api/v1/incidents/" + incident + "/evidence/" + id;
    if (raw && Terminal.attended().isPresent()) {
      throw usage("--raw writes the bytes as they are: send them to a file or a pipe.");
    }
    JsonNode detail = agent.get(path + "/detail");
    byte[] content = agent.bytes(path);
    if (!Sha256.hex(content).equals(Json.text(detail, "sha256"))) {
      throw new FailureException(
          Failure.permanent(
              "digest", id, "The bytes of " + id + " do not have the SHA-256 that is stated."));
    }
    if (raw) {
      System.out.write(content, 0, content.length);
      System.out.flush();
      return ExitCodes.DONE;
    }
    return print(sheet(detail, content));
  }

  private static Sheet sheet(JsonNode detail, byte[] content) {
    String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", MAX_LINES + 1);
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(MAX_LINES, lines.length); i++) {
      boolean cut = lines[i].length() > MAX_LINE_CHARS;
      shown.append(cut ? lines[i].substring(0, MAX_LINE_CHARS) + "…" : lines[i]).append('\n');
    }
    return new Sheet(detail)
        .heading(Json.text(detail, "summary"))
        .facts(facts(detail))
        .table("Rests on", List.of("id", "kind", "source", "what"), basis(detail))
        .heading("Content")
        .block("", shown.toString())
        .sentence(lines.length > MAX_LINES ? "It goes on; --raw gives all of it." : "");
  }

  private static Map<String, String> facts(JsonNode detail) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("evidence", Json.text(detail, "id"));
    facts.put("kind", Json.text(detail, "kind").replace('_', ' '));
    facts.put("source", Json.text(detail, "source"));
    facts.put("gathered", Json.time(detail, "at"));
    facts.put("asked", Json.text(detail, "query"));
    detail.path("facts").properties().forEach(f -> facts.put(f.getKey(), f.getValue().asString()));
    facts.put("size", Figures.bytes(detail.path("bytes")));
    facts.put("sha256", Json.text(detail, "sha256") + " (checked)");
    return facts;
  }

  static List<List<String>> basis(JsonNode holder) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode basis : holder.path("rests_on")) {
      rows.add(
          List.of(
              Json.text(basis, "id"),
              Json.text(basis, "kind").replace('_', ' '),
              Json.text(basis, "source"),
              Json.text(basis, "summary")));
    }
    return rows;
  }
}
