package dev.inquest.app.cli.remote;

import static dev.inquest.app.testing.AlertBodies.firing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Deliveries are listed, and replaying one changes nothing that it changed before. */
class DeliveriesIT {
  private final AppDatabase database = AppDatabase.fresh();
  private final JdbcClient owner = database.asOwner();
  private final TestAgent agent =
      TestAgent.start(
          database,
          new ScriptedEngine(),
          Map.of(
              "inquest.intake.alertmanager.token", "am-token",
              "inquest.api.tokens[0].token", "view-token",
              "inquest.api.tokens[1].token", "operate-token",
              "inquest.api.tokens[1].role", "operator"));

  @AfterEach
  void stop() {
    agent.close();
  }

  private CommandRun as(String token, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", agent.request("").build().uri().toString(), "--token", token));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String stateOf(long id) {
    return owner
        .sql("SELECT state FROM agent.delivery WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  private List<String> episodes() {
    return owner
        .sql(
            "SELECT fingerprint || status || deliveries || coalesce(incident, '')"
                + " FROM agent.episode ORDER BY seq")
        .query(String.class)
        .list();
  }

  private long failed(String body) {
    return owner
        .sql(
            """
            INSERT INTO agent.delivery (source, dedup_key, received_at, headers, body, state,
              attempts, error)
            VALUES ('alertmanager', :key, now(), '{}', :body, 'failed', 5, 'a defect')
            RETURNING id
            """)
        .param("key", UUID.randomUUID().toString())
        .param("body", body.getBytes(UTF_8))
        .query(Long.class)
        .single();
  }

  @Test
  void replayingWhatWasUnderstoodChangesNothing() {
    agent.alertmanager(firing("Slow", "checkout", "2026-07-11T13:31:00Z"));
    Until.holds("it is diagnosed", () -> timeline().contains("diagnosed"));
    Until.holds("the run is over", () -> timeline().contains("not-proposed"));
    long id = owner.sql("SELECT id FROM agent.delivery").query(Long.class).single();
    List<String> before = episodes();
    List<String> told = timeline();

    for (int i = 0; i < 2; i++) {
      CommandRun ran = as("operate-token", "deliveries", "replay", Long.toString(id), "-o", "json");
      assertThat(ran.code()).as(ran.err()).isZero();
      JsonNode item = StoredJson.tree(ran.out()).path("items").get(0);
      assertThat(item.path("was").stringValue()).isEqualTo("interpreted");
      assertThat(item.path("state").stringValue()).isEqualTo("interpreted");
      assertThat(item.path("incidents")).hasSize(1);
    }

    assertThat(episodes()).isEqualTo(before);
    assertThat(timeline()).isEqualTo(told);
    assertThat(owner.sql("SELECT count(*) FROM agent.event").query(Long.class).single())
        .isEqualTo(2);
    assertThat(agent.get("/actuator/prometheus").body())
        .contains("inquest_alerts_total{source=\"alertmanager\",status=\"firing\"} 1.0");
  }

  private List<String> timeline() {
    return owner.sql("SELECT kind FROM agent.timeline ORDER BY id").query(String.class).list();
  }

  @Test
  void whatFailedIsUnderstoodOnceItCanBe() {
    long id = failed(firing("Late", "basket", "2026-07-11T13:31:00Z"));
    long nonsense = failed("nonsense");

    CommandRun ran =
        as("operate-token", "deliveries", "replay", Long.toString(id), Long.toString(nonsense));

    assertThat(ran.code()).as(ran.err()).isEqualTo(3);
    assertThat(ran.out()).contains("failed", "interpreted", "inc-");
    assertThat(ran.err()).contains("Delivery " + nonsense, "not JSON");
    assertThat(stateOf(id)).isEqualTo("interpreted");
    assertThat(stateOf(nonsense)).isEqualTo("failed");
    assertThat(episodes()).hasSize(1);
    assertThat(as("operate-token", "deliveries", "replay", "999999").err()).contains("(404)");
    assertThat(as("operate-token", "deliveries", "replay", "one").code()).isEqualTo(2);
  }

  @Test
  void aViewerListsAndMayNotReplay() {
    long id = failed("nonsense");
    for (int i = 0; i < 4; i++) {
      failed("nonsense");
    }

    assertThat(as("view-token", "deliveries", "list", "--state", "failed").out())
        .contains("a defect", "alertmanager");
    assertThat(as("view-token", "deliveries", "list", "--state", "ignored").out())
        .isEqualTo("No deliveries.\n");
    assertThat(as("view-token", "deliveries", "list", "--limit", "2").out())
        .contains("There are more");
    CommandRun refused = as("view-token", "deliveries", "replay", Long.toString(id));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("(403)", "role operator");
    assertThat(stateOf(id)).isEqualTo("failed");
  }

  @Test
  void authorisationComesBeforePathAndForm() {
    assertThat(post("/api/v1/deliveries/nonsense/replay", "none").statusCode()).isEqualTo(401);
    assertThat(post("/api/v1/deliveries/nonsense/replay", "view-token").statusCode())
        .isEqualTo(403);
    assertThat(post("/api/v1/deliveries/nonsense/replay", "operate-token").statusCode())
        .isEqualTo(400);
    assertThat(post("/api/v1/deliveries/999/replay", "operate-token").body())
        .contains("urn:inquest:problem:no-such-delivery");
    assertThat(get("/api/v1/deliveries?state=odd").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/deliveries?limit=100000").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/deliveries?cursor=%25").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/incidents/x/evidence/e1/detail").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/mttr?format=pdf").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> post(String path, String token) {
    return agent.send(
        agent
            .request(path)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> get(String path) {
    return agent.send(agent.request(path).header("Authorization", "Bearer view-token").GET());
  }
}
