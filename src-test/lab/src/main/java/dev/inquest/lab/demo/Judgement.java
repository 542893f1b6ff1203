package dev.inquest.lab.demo;

import dev.inquest.lab.story.Story;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether the run ended as it should, looked at from outside. */
final class Judgement {
  private static final Set<String> QUIET = Set.of("healthy", "inconclusive");
  private static final double FASTER = 3;

  private final Story story;
  private final Surroundings around;
  private final Journal journal;
  private final List<String> wrong = new ArrayList<>();

  Judgement(Story story, Surroundings around, Journal journal) {
    this.story = story;
    this.around = around;
    this.journal = journal;
  }

  /** What is wrong; empty where nothing is. */
  List<String> of(JsonNode answer) throws Exception {
    expect(!answer.path("report").isNull(), "there is no report");
    expect(!answer.path("case").isNull(), "there is no frozen case");
    expect(journal.has("resolved"), "the alert did not resolve");
    if (story.control()) {
      silent(answer);
    } else {
      mended(answer);
    }
    return wrong;
  }

  private void silent(JsonNode answer) {
    String verdict = answer.path("diagnosis").path("verdict").asString("");
    expect(QUIET.contains(verdict), "the verdict on a false alarm is " + verdict);
    for (String action : List.of("proposal", "approval", "mergeRequest", "recovery")) {
      expect(answer.path(action).isNull(), "a false alarm led to a " + action);
    }
  }

  private void mended(JsonNode answer) throws SQLException, java.io.IOException {
    JsonNode cause = answer.path("diagnosis").path("causes").path(0);
    expect(
        answer.path("diagnosis").path("verdict").asString("").equals("identified"),
        "the cause was not identified");
    expect(culprit(cause.path("change").asString("")), "the cause named is not the culprit");
    Proof proof = new Proof(around.database(), story.target());
    expect(proof.indexed(), "there is no valid index on " + story.target().column());
    double before = journal.get("fault").path("statementMillis").asDouble();
    double after = proof.statementMillis();
    expect(
        after * FASTER <= before,
        "the statement takes %.1f ms, %.1f before".formatted(after, before));
    JsonNode recovery = answer.path("recovery");
    expect(
        recovery.path("after_p95_ms").asDouble() * FASTER
            <= recovery.path("before_p95_ms").asDouble(),
        "requests are not three times faster");
    expect(
        new MergeRequests(around.repository().bare()).all().size() == 1,
        "there is not exactly one merge request");
  }

  /** A commit and the deploy of that very commit are the same answer; so is the schema itself. */
  private boolean culprit(String change) {
    return change.isEmpty()
        || change.equals(journal.get("culprit").path("commit").asString())
        || change.contains(journal.get("culprit").path("instance").asString());
  }

  private void expect(boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
  }
}
