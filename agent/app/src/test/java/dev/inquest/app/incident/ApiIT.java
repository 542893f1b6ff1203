package dev.inquest.app.incident;

import static dev.inquest.app.testing.AlertBodies.alert;
import static dev.inquest.app.testing.AlertBodies.firing;
import static dev.inquest.app.testing.AlertBodies.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The API over HTTP: who may, what it shows, how it pages, what it refuses. */
class ApiIT {
  private static TestAgent agent;
  private static String incident;

  @BeforeAll
  static void start() {
    agent =
        TestAgent.start(
            AppDatabase.fresh(),
            new ScriptedEngine(),
            Map.of(
                "inquest.intake.alertmanager.token", "am-token",
                "inquest.api.tokens[0].name", "reader",
                "inquest.api.tokens[0].token", "view-token",
                "inquest.api.tokens[0].role", "viewer",
                "inquest.api.tokens[1].name", "on-call",
                "inquest.api.tokens[1].token", "operate-token",
                "inquest.api.tokens[1].role", "operator"));
    agent.alertmanager(firing("Slow", "checkout", "2026-07-11T13:31:00Z"));
    Until.holds(
        "it is investigated",
        () ->
            agent
                .jdbc()
                .sql("SELECT state FROM agent.investigation")
                .query(String.class)
                .list()
                .contains("done"));
    incident = agent.jdbc().sql("SELECT id FROM agent.incident").query(String.class).single();
  }

  @AfterAll
  static void stop() {
    agent.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/alerts",
        "/api/v1/incidents",
        "/api/v1/incidents/none",
        "/api/v1/nothing"
      })
  void withoutATokenNothingIsSaid(String path) {
    HttpResponse<String> answer = get(path, null);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"inquest\"");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(get(path, "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void healthAndMetricsNeedNoToken() {
    assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus", null).body()).contains("inquest_incidents_open");
  }

  @Test
  void anIncidentHasTheFieldsOfTheContract() {
    JsonNode one = json(get("/api/v1/incidents/" + incident, "view-token"));

    assertThat(one.propertyNames())
        .contains(
            "id", "state", "service", "alerts", "opened", "resolved", "diagnosis", "proposals");
    assertThat(one.path("state").stringValue()).isEqualTo("open");
    assertThat(one.path("resolved").isNull()).isTrue();
    assertThat(one.path("alerts").get(0).propertyNames())
        .containsExactlyInAnyOrder(
            "fingerprint",
            "startsAt",
            "endsAt",
            "status",
            "labels",
            "annotations",
            "incident",
            "deliveries");
    assertThat(one.path("diagnosis").path("verdict").stringValue()).isEqualTo("inconclusive");
    assertThat(one.path("diagnosis").propertyNames())
        .contains(
            "causes", "first_failing_service", "blast_radius", "remediation", "onset", "missing");
  }

  @Test
  void evidenceIsListedAndItsBytesHaveTheirDigest() throws Exception {
    JsonNode list = json(get("/api/v1/incidents/" + incident + "/evidence", "view-token"));
    JsonNode first = list.path("items").get(0);

    String path = "/api/v1/incidents/" + incident + "/evidence/" + first.path("id").stringValue();
    HttpResponse<String> content = get(path, "view-token");

    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(content.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(first.path("sha256").stringValue());
    assertThat(get("/api/v1/incidents/" + incident + "/evidence/e999", "view-token").statusCode())
        .isEqualTo(404);
  }

  @Test
  void theTimelineIsTailed() {
    JsonNode events = json(get("/api/v1/incidents/" + incident + "/events?limit=2", "view-token"));
    assertThat(events.path("items")).hasSize(2);
    assertThat(events.path("items").get(0).path("kind").stringValue()).isEqualTo("opened");

    String next = events.path("next").stringValue();
    JsonNode rest =
        json(get("/api/v1/incidents/" + incident + "/events?cursor=" + next, "view-token"));
    assertThat(rest.path("items").get(0).path("id").longValue())
        .isGreaterThan(events.path("items").get(1).path("id").longValue());
  }

  @Test
  void listsArePagedWithoutLossOrRepeat() {
    List<String> alerts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      alerts.add(
          alert("firing", "Paged" + i, "paged", "2026-07-11T13:31:00Z", "0001-01-01T00:00:00Z"));
    }
    agent.alertmanager(group("firing", alerts));
    Until.holds(
        "all are there",
        () ->
            json(get("/api/v1/alerts?label.service=paged", "view-token")).path("items").size()
                == 25);

    Set<String> names = new LinkedHashSet<>();
    String path = "/api/v1/alerts?label.service=paged&limit=10";
    String cursor = "";
    int pages = 0;
    while (cursor != null) {
      JsonNode page = json(get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor), "view-token"));
      page.path("items")
          .forEach(item -> names.add(item.path("labels").path("alertname").stringValue()));
      cursor = page.path("next").isNull() ? null : page.path("next").stringValue();
      pages++;
    }
    assertThat(names).hasSize(25);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void limitsAreClampedAndNonsenseIsRefused() {
    assertThat(get("/api/v1/alerts?limit=100000", "view-token").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/alerts?limit=-5", "view-token").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/alerts?limit=many", "view-token").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/alerts?cursor=%25%25", "view-token").statusCode()).isEqualTo(400);
    HttpResponse<String> none = get("/api/v1/incidents/inc-none", "view-token");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("urn:inquest:problem:no-such-incident");
  }

  @Test
  void anOperatorLabelsAViewerDoesNot() {
    String answer = "{\"verdict\": \"wrong\", \"was\": \"the cache\"}";

    assertThat(label("view-token", answer).statusCode()).isEqualTo(403);
    assertThat(label("operate-token", "{\"verdict\": \"maybe\"}").statusCode()).isEqualTo(400);
    assertThat(label("operate-token", "nonsense").statusCode()).isEqualTo(400);
    assertThat(label("operate-token", answer).statusCode()).isEqualTo(200);

    JsonNode stored = json(get("/api/v1/incidents/" + incident, "view-token")).path("label");
    assertThat(stored.path("verdict").stringValue()).isEqualTo("wrong");
    assertThat(stored.path("was").stringValue()).isEqualTo("the cache");
    assertThat(stored.path("by").stringValue()).isEqualTo("on-call");
  }

  @Test
  void anotherSitesPageCannotLabel() {
    HttpResponse<String> answer =
        agent.send(
            agent
                .request("/api/v1/incidents/" + incident + "/label")
                .header("Authorization", "Bearer operate-token")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"verdict\": \"right\"}")));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> label(String token, String body) {
    return agent.send(
        agent
            .request("/api/v1/incidents/" + incident + "/label")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(String path, @Nullable String token) {
    var request = agent.request(path).GET();
    return agent.send(token == null ? request : request.header("Authorization", "Bearer " + token));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return StoredJson.tree(answer.body());
  }
}
