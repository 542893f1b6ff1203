package dev.inquest.lab.demo;

import dev.inquest.lab.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Gathers what Inquest says of the incident, and leaves repository, case and report. */
final class Ending {
  private static final List<String> PHASES =
      List.of("detect_s", "diagnose_s", "approve_s", "remediate_s", "recover_s", "total_s");

  private final Story story;
  private final Scenario scenario;
  private final Surroundings around;
  private final Journal journal;
  private final Place place;

  Ending(Story story, Scenario scenario, Surroundings around, Journal journal, Place place) {
    this.story = story;
    this.scenario = scenario;
    this.around = around;
    this.journal = journal;
    this.place = place;
  }

  DemoResult gather(JsonNode incident) throws Exception {
    Place.remove(place.repository());
    around.repository().cloneTo(place.repository());
    ObjectNode answer = Journal.facts();
    answer.put("incident", scenario.incident()).put("seed", story.seed());
    ObjectNode diagnosis = ((ObjectNode) incident.path("diagnosis")).deepCopy();
    JsonNode refuted = diagnosis.remove("refuted");
    answer.set("diagnosis", diagnosis);
    answer.set("refuted", refuted == null ? Journal.JSON.createArrayNode() : refuted);
    actions(answer);
    answer.set("recovery", recovery());
    answer.put("report", reports());
    answer.set("mttr", mttr());
    answer.put("case", frozenCase());
    return new DemoResult(answer, new Judgement(story, around, journal).of(answer));
  }

  private void actions(ObjectNode answer) throws IOException {
    Optional<JsonNode> proposal =
        scenario.gate().proposals(scenario.incident()).stream()
            .findFirst()
            .flatMap(p -> scenario.gate().proposal(p.path("id").asString()));
    answer.set("proposal", proposal.map(Ending::proposal).orElse(NullNode.getInstance()));
    answer.set("approval", proposal.map(Ending::approval).orElse(NullNode.getInstance()));
    JsonNode request = journal.get("mergeRequest");
    answer.set("mergeRequest", request.isObject() ? mergeRequest(request) : null);
  }

  private static JsonNode proposal(JsonNode proposal) {
    ObjectNode answer = Journal.facts();
    answer.set("id", proposal.path("id"));
    answer.set("digest", proposal.path("digest"));
    answer.set("files", proposal.path("files"));
    return answer;
  }

  private static JsonNode approval(JsonNode proposal) {
    JsonNode decision = proposal.path("decisions").path(0);
    if (!decision.isObject()) {
      return NullNode.getInstance();
    }
    ObjectNode answer = Journal.facts();
    answer.set("by", decision.path("person"));
    answer.set("at", decision.path("at"));
    answer.set("warrant", proposal.path("warrant"));
    return answer;
  }

  /** What the merged commit really holds, read from the clone. */
  private JsonNode mergeRequest(JsonNode request) throws IOException {
    ObjectNode answer = Journal.facts();
    answer.set("branch", request.path("branch"));
    answer.set("commit", request.path("commit"));
    var files = answer.putArray("files");
    for (String path : around.repository().changedIn(request.path("commit").asString())) {
      files
          .addObject()
          .put("path", path)
          .put("content", Files.readString(place.repository().resolve(path)));
    }
    return answer;
  }

  private @Nullable JsonNode recovery() {
    JsonNode before = journal.get("fault");
    if (!before.isObject()) {
      return null;
    }
    return Journal.facts()
        .put("before_p95_ms", round(before.path("p95Millis").asDouble()))
        .put("after_p95_ms", round(scenario.watchman().p95(scenario.page()).orElse(Double.NaN)));
  }

  private JsonNode mttr() throws IOException {
    JsonNode told = Journal.JSON.readTree(Files.readString(place.report("json"))).path("mttr");
    ObjectNode answer = Journal.facts();
    for (String phase : PHASES) {
      JsonNode length = told.path(phase);
      answer.set(phase, length.isNumber() ? length : null);
    }
    return answer;
  }

  private @Nullable String reports() throws IOException {
    for (String format : List.of("json", "md", "html")) {
      Optional<String> report = scenario.agent().report(scenario.incident(), format);
      if (report.isEmpty()) {
        return null;
      }
      Files.writeString(place.report(format), report.get());
    }
    return place.report("html").toString();
  }

  /** Inquest freezes cases under its home. */
  private @Nullable String frozenCase() throws IOException {
    Path frozen = place.inquest().home().resolve("cases").resolve(scenario.incident());
    if (Files.notExists(frozen)) {
      return null;
    }
    Place.remove(place.caseFolder());
    try (Stream<Path> files = Files.walk(frozen)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, place.caseFolder().resolve(frozen.relativize(file).toString()));
      }
    }
    return place.caseFolder().toString();
  }

  private static double round(double millis) {
    return Math.round(millis * 10) / 10.0;
  }
}
