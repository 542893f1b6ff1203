package dev.inquest.app.intake;

import static dev.inquest.app.testing.AlertBodies.alert;
import static dev.inquest.app.testing.AlertBodies.firing;
import static dev.inquest.app.testing.AlertBodies.group;
import static dev.inquest.app.testing.AlertBodies.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alertmanager's webhook, through HTTP, down to the rows. */
class WebhookIT {
  private static TestAgent agent;

  @BeforeAll
  static void start() {
    agent =
        TestAgent.start(
            AppDatabase.fresh(),
            new ScriptedEngine(),
            Map.of("inquest.intake.alertmanager.token", "am-token"));
  }

  @AfterAll
  static void stop() {
    agent.close();
  }

  @Test
  void storesAcknowledgesAndInterprets() {
    HttpResponse<String> answer =
        agent.alertmanager(firing("StoredOnce", "checkout", "2026-07-11T13:31:00Z"));

    assertThat(answer.statusCode()).isEqualTo(202);
    awaitEpisode("StoredOnce", "firing");
    assertThat(agent.get("/api/v1/alerts?label.alertname=StoredOnce").body())
        .contains(
            "\"fingerprint\"", "\"status\":\"firing\"", "\"endsAt\":null", "\"incident\":\"inc-");
  }

  @Test
  void aNotificationSentTwiceIsOneRow() {
    String body = firing("SentTwice", "checkout", "2026-07-11T13:31:00Z");

    assertThat(agent.alertmanager(body).statusCode()).isEqualTo(202);
    assertThat(agent.alertmanager(body).statusCode()).isEqualTo(202);

    awaitEpisode("SentTwice", "firing");
    assertThat(
            count(
                "SELECT count(*) FROM agent.delivery WHERE convert_from(body, 'UTF8') LIKE"
                    + " '%SentTwice%'"))
        .isEqualTo(1);
    assertThat(agent.get("/actuator/prometheus").body())
        .contains("inquest_deliveries_total{result=\"duplicate\",source=\"alertmanager\"}")
        .contains("inquest_delivery_commit_seconds_count");
  }

  @Test
  void aGroupMixesFiringAndResolved() {
    String start = "2026-07-11T13:31:00Z";
    agent.alertmanager(firing("MixedOld", "mixed", start));
    agent.alertmanager(
        group(
            "firing",
            List.of(
                alert("resolved", "MixedOld", "mixed", start, "2026-07-11T13:35:00Z"),
                alert("firing", "MixedNew", "mixed", start, "0001-01-01T00:00:00Z"))));

    awaitEpisode("MixedOld", "resolved");
    awaitEpisode("MixedNew", "firing");
  }

  @Test
  void aResolveThatOvertakesItsFiringIsNotUndone() {
    String start = "2026-07-11T13:31:00Z";
    agent.alertmanager(resolved("Overtaken", "late", start, "2026-07-11T13:35:00Z"));
    awaitEpisode("Overtaken", "resolved");
    agent.alertmanager(firing("Overtaken", "late", start));

    Until.holds(
        "both deliveries are interpreted",
        () ->
            count("SELECT deliveries FROM agent.episode WHERE labels ->> 'alertname' = 'Overtaken'")
                == 2);
    awaitEpisode("Overtaken", "resolved");
  }

  @Test
  void thousandsOfAlertsAreOneIncidentAndFewLines() {
    List<String> alerts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      alerts.add(
          alert("firing", "Storm" + i, "storm", "2026-07-11T13:31:00Z", "0001-01-01T00:00:00Z"));
    }

    assertThat(agent.alertmanager(group("firing", alerts)).statusCode()).isEqualTo(202);

    Until.holds(
        "all are episodes of one incident",
        () ->
            count(
                    "SELECT count(*) FROM agent.episode WHERE labels ->> 'service' = 'storm' AND"
                        + " incident IS NOT NULL")
                == 3_000);
    assertThat(
            count(
                "SELECT count(DISTINCT incident) FROM agent.episode WHERE labels ->> 'service' ="
                    + " 'storm'"))
        .isEqualTo(1);
    assertThat(
            count(
                "SELECT count(*) FROM agent.timeline t JOIN agent.incident i ON i.id = t.incident"
                    + " WHERE i.service = 'storm' AND t.kind = 'joined'"))
        .isEqualTo(1);
  }

  @Test
  void controlCharactersAndHalfSurrogatesAreHarmless() {
    String name = "Odd\\u0000\\u001b[31m\\ud800 ünï 🧨";
    String body = firing(name, "odd", "2026-07-11T13:31:00+02:00");

    assertThat(agent.alertmanager(body).statusCode()).isEqualTo(202);

    Until.holds(
        "it is an episode",
        () -> count("SELECT count(*) FROM agent.episode WHERE labels ->> 'service' = 'odd'") == 1);
    String stored =
        agent
            .jdbc()
            .sql(
                "SELECT labels ->> 'alertname' FROM agent.episode WHERE labels ->> 'service' ="
                    + " 'odd'")
            .query(String.class)
            .single();
    assertThat(stored).isEqualTo("Odd\uFFFD\uFFFD[31m\uFFFD ünï 🧨");
  }

  @Test
  void aClockThatCannotBeIsTheDeliverysTime() {
    agent.alertmanager(firing("FromTheFuture", "future", "9998-01-01T00:00:00Z"));

    Until.holds(
        "the incident is opened",
        () -> count("SELECT count(*) FROM agent.incident WHERE service = 'future'") == 1);
    assertThat(
            count(
                "SELECT count(*) FROM agent.incident WHERE service = 'future' AND started_at ="
                    + " opened_at"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{\"alerts\": {}}",
        "{\"status\": \"firing\", \"alerts\": [1]}",
        "{\"status\": \"firing\", \"alerts\": [{\"status\": \"firing\", \"labels\": [],"
            + " \"startsAt\": \"2026-07-11T13:31:00Z\"}]}",
        "{\"status\": \"firing\", \"alerts\": [{\"status\": \"firing\", \"labels\": {},"
            + " \"startsAt\": 5}]}",
        "{\"status\": \"firing\", \"alerts\": [{\"status\": \"burning\", \"labels\": {},"
            + " \"startsAt\": \"2026-07-11T13:31:00Z\"}]}",
        "{\"status\": \"firing\", \"alerts\": []} trailing",
        "{\"status\": \"firing\", \"truncatedAlerts\": -1, \"alerts\": []}"
      })
  void malformedIs400AndNothingIsStored(String body) {
    long before = count("SELECT count(*) FROM agent.delivery");

    HttpResponse<String> answer = agent.alertmanager(body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("urn:inquest:problem:malformed");
    assertThat(count("SELECT count(*) FROM agent.delivery")).isEqualTo(before);
  }

  @Test
  void tooDeepIs400() {
    String body = "{\"alerts\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";

    assertThat(agent.alertmanager(body).statusCode()).isEqualTo(400);
  }

  @Test
  void over10MegabytesIs413() {
    String body = "{\"padding\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}";

    HttpResponse<String> answer = agent.alertmanager(body);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("urn:inquest:problem:too-large");
  }

  @Test
  void aBodyOfUnknownLengthIsCutOffAt10Megabytes() {
    byte[] chunk = new byte[1024 * 1024];
    var endless = BodyPublishers.ofByteArrays(java.util.Collections.nCopies(12, chunk));

    HttpResponse<String> answer =
        agent.send(
            agent
                .request("/webhooks/alertmanager")
                .header("Authorization", "Bearer am-token")
                .POST(endless));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void wrongOrNoTokenIs401BeforeTheBodyIsRead() {
    var request = agent.request("/webhooks/alertmanager").POST(BodyPublishers.ofString("not json"));

    assertThat(agent.send(request).statusCode()).isEqualTo(401);
    assertThat(agent.send(request.header("Authorization", "Bearer am-toke")).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pagerduty", "cloudevents", "grafana", "gitlab", "github", "x"})
  void whatIsNotConfiguredOrNotBuiltIs404(String source) {
    var answer =
        agent.send(
            agent
                .request("/webhooks/" + source)
                .header("Authorization", "Bearer am-token")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private static void awaitEpisode(String alertname, String status) {
    Until.holds(
        alertname + " is " + status,
        () ->
            agent
                .jdbc()
                .sql("SELECT status FROM agent.episode WHERE labels ->> 'alertname' = :name")
                .param("name", alertname)
                .query(String.class)
                .list()
                .equals(List.of(status)));
  }

  private static long count(String sql) {
    return agent.jdbc().sql(sql).query(Long.class).optional().orElse(0L);
  }
}
