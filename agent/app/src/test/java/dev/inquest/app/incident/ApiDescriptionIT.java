package dev.inquest.app.incident;

import static dev.inquest.app.testing.AlertBodies.firing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers have exactly the fields that the published description gives them. */
class ApiDescriptionIT {
  private static final String TOKEN = "operate-token-123";
  private static TestAgent agent;
  private static DescribedForms forms;
  private static String incident;

  @BeforeAll
  static void start() {
    agent =
        TestAgent.start(
            AppDatabase.fresh(),
            new ScriptedEngine(),
            Map.of(
                "inquest.intake.alertmanager.token", "am-token",
                "inquest.api.tokens[0].name", "on-call",
                "inquest.api.tokens[0].token", TOKEN,
                "inquest.api.tokens[0].role", "operator"));
    forms = new DescribedForms(get("/api/v1/openapi.yaml").body());
    agent.alertmanager(firing("Slow", "checkout", "2026-07-11T13:31:00Z"));
    Until.holds(
        "it is diagnosed",
        () ->
            !items("/api/v1/incidents").path(0).path("diagnosis").isMissingNode()
                && !items("/api/v1/incidents").path(0).path("diagnosis").isNull());
    incident = items("/api/v1/incidents").path(0).path("id").stringValue();
  }

  @AfterAll
  static void stop() {
    agent.close();
  }

  @Test
  void theDescriptionIsYamlForThoseWhoMayRead() {
    HttpResponse<String> answer = get("/api/v1/openapi.yaml");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/yaml");
    assertThat(answer.body()).startsWith("openapi: 3.1.0");
    assertThat(agent.get("/api/v1/openapi.yaml").statusCode()).isEqualTo(401);
  }

  @Test
  void listsAndItems() {
    String path = "/api/v1/incidents/" + incident;
    describes("AlertPage", "/api/v1/alerts");
    describes("IncidentPage", "/api/v1/incidents?limit=1");
    describes("Incident", path);
    describes("EventPage", path + "/events?limit=1");
    describes("EvidencePage", path + "/evidence?limit=1");
    describes("EvidenceDetail", path + "/evidence/e1/detail");
    describes("EvidenceDetail", path + "/evidence/e3/detail");
    describes("DeliveryPage", "/api/v1/deliveries");
    describes("FleetMttr", "/api/v1/mttr");
    describes("PlaybookRecord", "/api/v1/playbooks/record");
    describes("PlaybooksAsked", "/api/v1/playbooks/proposals/" + java.util.UUID.randomUUID());
  }

  @Test
  void aLabel() {
    HttpResponse<String> answer =
        agent.send(
            agent
                .request("/api/v1/incidents/" + incident + "/label")
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"verdict\": \"false_alarm\"}")));
    assertThat(forms.differences("Labelled", StoredJson.tree(answer.body()))).isEmpty();
    describes("Incident", "/api/v1/incidents/" + incident);
  }

  @Test
  void evidenceAskedAgainAndADeliveryReplayed() {
    String evidence = "/api/v1/incidents/" + incident + "/evidence/";
    String delivery = items("/api/v1/deliveries").path(0).path("id").asString();
    Map.of(
            evidence + "e2/refetch", "Refetched",
            evidence + "e3/refetch", "Refetched",
            "/api/v1/deliveries/" + delivery + "/replay", "Replayed")
        .forEach((path, form) -> {
          HttpResponse<String> answer =
              agent.send(
                  agent
                      .request(path)
                      .header("Authorization", "Bearer " + TOKEN)
                      .POST(BodyPublishers.noBody()));
          assertThat(answer.statusCode()).as(path).isEqualTo(200);
          assertThat(forms.differences(form, StoredJson.tree(answer.body()))).as(path).isEmpty();
        });
  }

  @Test
  void problems() {
    HttpResponse<String> none = get("/api/v1/incidents/inc-none");
    assertThat(forms.differences("Problem", StoredJson.tree(none.body()))).isEmpty();
    HttpResponse<String> nobody = agent.get("/api/v1/incidents");
    assertThat(forms.differences("Problem", StoredJson.tree(nobody.body()))).isEmpty();
  }

  @Test
  void anotherFieldOrAMissingOneWouldBeSeen() {
    assertThat(forms.differences("Alert", StoredJson.tree("{\"fingerprint\": \"f\"}"))).hasSize(7);
    assertThat(forms.differences("Next", StoredJson.tree("7"))).isNotEmpty();
  }

  private static void describes(String form, String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(forms.differences(form, StoredJson.tree(answer.body()))).as(path).isEmpty();
  }

  private static JsonNode items(String path) {
    return StoredJson.tree(get(path).body()).path("items");
  }

  private static HttpResponse<String> get(String path) {
    return agent.send(agent.request(path).header("Authorization", "Bearer " + TOKEN).GET());
  }
}
