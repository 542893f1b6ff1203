package dev.inquest.app.cli.remote;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "label",
    mixinStandardHelpOptions = true,
    description = "Says whether the cause was right; the last word counts.")
final class IncidentLabel extends RemoteCommand {
  private static final int MAX_WORDS_CHARS = 2_000;

  /** What a person can say. */
  enum Verdict {
    RIGHT,
    WRONG,
    FALSE_ALARM;

    /** As the API spells it. */
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return wire().replace('_', '-');
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "INCIDENT",
      converter = Ids.Incident.class,
      description = "Its id.")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "VERDICT",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Verdict verdict = Verdict.RIGHT;

  @Option(
      names = "--was",
      paramLabel = "TEXT",
      description = "What it really was; only with wrong.")
  private @Nullable String was;

  @Override
  public Integer call() {
    if (was != null && (verdict != Verdict.WRONG || was.length() > MAX_WORDS_CHARS)) {
      throw usage("--was goes with wrong only, and has at most 2000 characters.");
    }
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("verdict", verdict.wire());
    if (was != null) {
      answer.put("was", was);
    }
    JsonNode stored =
        reach().agent(Need.OPERATE).post("/api/v1/incidents/" + id + "/label", answer);
    return print(
        new Sheet(stored)
            .sentence(
                "Labelled %s: %s, says %s."
                    .formatted(id, verdict, Json.text(stored.path("label"), "by"))));
  }
}
