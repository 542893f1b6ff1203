package dev.inquest.app.cli.remote;

import static dev.inquest.app.testing.AlertBodies.firing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Commands against the real agent: what they print, what they refuse, with which exit code. */
class AgentCommandsIT {
  private static final String HOSTILE = "\\u001b[31mred\\u202e \\u0007bell";
  private static final ScriptedEngine ENGINE = new ScriptedEngine().reads(List.of(series(0.5)));
  private static final AppDatabase DATABASE = AppDatabase.fresh();
  private static TestAgent agent;
  private static String incident;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    agent =
        TestAgent.start(
            DATABASE,
            ENGINE,
            Map.of(
                "inquest.intake.alertmanager.token", "am-token",
                "inquest.api.tokens[0].token", "view-token",
                "inquest.api.tokens[0].role", "viewer",
                "inquest.api.tokens[1].name", "on-call",
                "inquest.api.tokens[1].token", "operate-token",
                "inquest.api.tokens[1].role", "operator"));
    String startsAt = Instant.now().toString();
    agent.alertmanager(firing("Slow", "checkout", startsAt).replace("checkout is slow", HOSTILE));
    Until.holds("it is investigated", () -> texts("investigation", "state").contains("done"));
    incident = texts("incident", "id").getFirst();
  }

  @AfterAll
  static void stop() {
    agent.close();
  }

  private static MetricSeries series(double value) {
    long from = Instant.now().minusSeconds(600).toEpochMilli();
    return new MetricSeries(
        SeriesId.of("latency_seconds", Map.of("service", "checkout")),
        new long[] {from, from + 1_000, from + 2_000},
        new double[] {0.1, 0.2, value});
  }

  private static List<String> texts(String table, String column) {
    return DATABASE
        .asOwner()
        .sql("SELECT " + column + "::text FROM agent." + table)
        .query(String.class)
        .list();
  }

  private static CommandRun as(String token, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", agent.request("").build().uri().toString(), "--token", token));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    return StoredJson.tree(ran.out());
  }

  @Test
  void incidentsAreListedInEachForm() {
    CommandRun text = as("view-token", "incidents", "list");
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).startsWith("ID ").contains(incident, "Slow on checkout");
    assertThat(text.err()).isEmpty();

    JsonNode list = json(as("view-token", "incidents", "list", "-o", "json"));
    assertThat(list.path("items").findValuesAsString("id")).contains(incident);
    assertThat(as("view-token", "incidents", "list", "-o", "md").out()).contains("| --- |");
  }

  @Test
  void whatASenderWroteNeverReachesTheTerminalAsItIs() {
    for (String form : List.of("text", "md", "json")) {
      CommandRun shown = as("view-token", "incidents", "show", incident, "-o", form);
      assertThat(shown.code()).as(shown.err()).isZero();
      assertThat(shown.out()).contains("red").doesNotContain("\u001b", "\u202e", "\u0007");
    }
    for (String form : List.of("text", "html", "md", "json")) {
      CommandRun report = as("view-token", "report", incident, "--format", form);
      assertThat(report.code()).as(report.err()).isZero();
      assertThat(report.out()).doesNotContain("\u001b", "\u202e", "\u0007");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../actuator/health", "inc/none", "inc%2Fnone", "inc none", "-x\n", ""})
  void whatIsNoIdIsRefusedBeforeAnythingIsAsked(String id) {
    CommandRun ran = CommandRun.of("incidents", "show", "--url", "http://127.0.0.1:1", "--", id);

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("is not an incident's id");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void failuresSayWhatHelps() {
    CommandRun unknown = as("view-token", "incidents", "show", "inc-none");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no such thing (404)");

    CommandRun wrong = as("wrong-token", "incidents", "list");
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("does not know this token (401)", "role viewer");

    CommandRun down =
        CommandRun.of("incidents", "list", "--url", "http://127.0.0.1:1", "--token", "x");
    assertThat(down.code()).isEqualTo(1);
    assertThat(down.err()).contains("does not answer at http://127.0.0.1:1", "inquest serve");

    CommandRun without =
        CommandRun.of("incidents", "list", "--url", agent.request("").build().uri().toString());
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.err()).contains("wants a token (401)", "INQUEST_TOKEN");
    assertThat(CommandRun.of("incidents").code()).isEqualTo(2);
    assertThat(as("view-token", "incidents", "list", "--limit", "0").code()).isEqualTo(2);
    assertThat(as("a\nb", "incidents", "list").code()).isEqualTo(1);
  }

  @Test
  void aConfigurationTellsPortAndTheLeastToken() throws IOException {
    int port = agent.request("").build().uri().getPort();
    Path config =
        Files.writeString(
            folder.resolve("inquest.yml"),
            """
            server.port: %d
            inquest.api.tokens:
              - {token: approver-token-0123, role: approver, person: ada}
              - {token: operate-token, role: operator}
            """
                .formatted(port)
                .replace("operate-token", "operate-token-16-ch"));

    CommandRun ran = CommandRun.of("incidents", "list", "--config", config.toString());

    // The operator's token of this file is not the agent's: it was sent, the approver's was not.
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("does not know this token (401)");
  }

  @Test
  void anOperatorLabelsAViewerDoesNot() {
    CommandRun refused = as("view-token", "incidents", "label", incident, "right");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("(403)", "role operator");
    assertThat(as("operate-token", "incidents", "label", incident, "maybe").code()).isEqualTo(2);
    assertThat(as("operate-token", "incidents", "label", incident, "right", "--was", "x").code())
        .isEqualTo(2);

    CommandRun done =
        as("operate-token", "incidents", "label", incident, "wrong", "--was", "the cache");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out()).contains("wrong", "on-call");
    assertThat(as("view-token", "incidents", "show", incident).out())
        .contains("wrong, it was the cache");
    assertThat(
            as("operate-token", "incidents", "label", incident, "false-alarm", "-o", "json").out())
        .contains("false_alarm");
  }

  @Test
  void evidenceIsShownWithItsDigestAndWhatItRestsOn() {
    CommandRun gathered = as("view-token", "evidence", "show", incident, "e2");
    assertThat(gathered.code()).as(gathered.err()).isZero();
    assertThat(gathered.out()).contains("(checked)", "latency_seconds", "scripted");

    JsonNode computed = json(as("view-token", "evidence", "show", incident, "e3", "-o", "json"));
    assertThat(computed.path("rests_on").findValuesAsString("id")).containsExactly("e1", "e2");
    assertThat(computed.path("request").isNull()).isTrue();
    assertThat(as("view-token", "evidence", "show", incident, "e999").code()).isEqualTo(1);
    assertThat(as("view-token", "evidence", "show", incident, "E1").code()).isEqualTo(2);
  }

  @Test
  void evidenceIsAskedForAgain() {
    CommandRun refused = as("view-token", "evidence", "refetch", incident, "e2");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("role operator");

    JsonNode same = json(as("operate-token", "evidence", "refetch", incident, "e2", "-o", "json"));
    assertThat(same.path("outcome").stringValue()).isEqualTo("same");
    assertThat(same.path("again_sha256")).isEqualTo(same.path("sha256"));

    ENGINE.reads(List.of());
    CommandRun differs = as("operate-token", "evidence", "refetch", incident, "e2");
    assertThat(differs.code()).isEqualTo(1);
    assertThat(differs.out()).contains("a different answer");

    CommandRun computed = as("operate-token", "evidence", "refetch", incident, "e3");
    assertThat(computed.code()).isEqualTo(3);
    assertThat(computed.out()).contains("cannot be asked again", "computed", "e1");
    assertThat(as("operate-token", "evidence", "refetch", incident, "e999").code()).isEqualTo(1);
  }

  @Test
  void aSourceThatIsGoneIsSaidToBe() {
    DATABASE
        .asOwner()
        .sql(
            """
            INSERT INTO agent.evidence SELECT incident, 'e900', investigation, kind, 'departed', at,
              query, request, summary, derived_from, facts, sha256, size_bytes, content
            FROM agent.evidence WHERE incident = :i AND id = 'e2'
            """)
        .param("i", incident)
        .update();

    CommandRun gone = as("operate-token", "evidence", "refetch", incident, "e900");

    assertThat(gone.code()).isEqualTo(3);
    assertThat(gone.out()).contains("no source of that name");
  }

  @Test
  void theFleetsTimesAreReported() {
    assertThat(as("view-token", "report", "mttr").out()).contains("| detect |");
    assertThat(as("view-token", "report", "mttr", "-o", "text").out()).contains("detect");
    assertThat(as("view-token", "report", "mttr", "--format", "html").out())
        .startsWith("<!DOCTYPE html>");
    JsonNode figures = json(as("view-token", "report", "mttr", "--format", "json"));
    assertThat(figures.path("fixed").path("total").propertyNames())
        .containsExactlyInAnyOrder("n", "p50_s", "p90_s");
    assertThat(figures.path("fixed").path("total").path("p50_s").isNull()).isTrue();
    assertThat(as("wrong", "report", "mttr").code()).isEqualTo(1);
  }

  @Test
  void anAlertIsSentFollowedAndItsDiagnosisPrinted() throws IOException {
    Path alert =
        Files.writeString(
            folder.resolve("alert.json"), firing("Errors", "basket", Instant.now().toString()));

    CommandRun ran =
        as(
            "view-token",
            "investigate",
            "-f",
            alert.toString(),
            "--intake-token",
            "am-token",
            "--timeout",
            "30s",
            "-o",
            "json");

    JsonNode diagnosis = json(ran);
    assertThat(diagnosis.path("verdict").stringValue()).isEqualTo("inconclusive");
    assertThat(diagnosis.propertyNames())
        .contains("causes", "first_failing_service", "blast_radius", "onset", "missing");
    assertThat(diagnosis.path("incident").stringValue()).startsWith("inc-");
    assertThat(ran.err()).contains("Errors on basket fires.", "Incident inc-");

    CommandRun again =
        as("view-token", "investigate", "-f", alert.toString(), "--intake-token", "am-token");
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("stored before");
  }

  @Test
  void anAlertThatCannotBeFollowedIsRefusedOrGivenUp() throws IOException {
    Path resolved =
        Files.writeString(
            folder.resolve("resolved.json"),
            dev.inquest.app.testing.AlertBodies.resolved(
                "Never", "fired", Instant.now().toString(), Instant.now().toString()));
    Path nonsense = Files.writeString(folder.resolve("nonsense.json"), "{nonsense");

    CommandRun givenUp = investigate(resolved, "am-token");
    assertThat(givenUp.code()).isEqualTo(1);
    assertThat(givenUp.err()).contains("Waited 1 s", "opens none");
    assertThat(givenUp.out()).isEmpty();
    assertThat(investigate(nonsense, "am-token").err()).contains("not JSON");
    assertThat(investigate(resolved, "wrong").err()).contains("(401)");
    assertThat(investigate(folder.resolve("none.json"), "x").err()).contains("cannot be read");
  }

  private static CommandRun investigate(Path file, String token) {
    return as(
        "view-token",
        "investigate",
        "-f",
        file.toString(),
        "--intake-token",
        token,
        "--timeout",
        "1s");
  }
}
