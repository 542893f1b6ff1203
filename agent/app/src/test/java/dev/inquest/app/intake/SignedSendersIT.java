package dev.inquest.app.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PagerDuty's signed webhooks and CloudEvents with a token. */
class SignedSendersIT {
  private static TestAgent agent;

  @BeforeAll
  static void start() {
    agent =
        TestAgent.start(
            AppDatabase.fresh(),
            new ScriptedEngine(),
            Map.of(
                "inquest.intake.pagerduty.secrets[0]", "old-secret",
                "inquest.intake.pagerduty.secrets[1]", "new-secret",
                "inquest.intake.cloudevents.token", "ce-token"));
  }

  @AfterAll
  static void stop() {
    agent.close();
  }

  @Test
  void anyOfSeveralSignaturesBySeveralSecretsPasses() {
    String body = event("incident.triggered", "PSIGNED", "2026-07-11T13:31:00Z");

    assertThat(post(body, "w-1", sign("old-secret", body)).statusCode()).isEqualTo(202);
    assertThat(post(body, "w-2", sign("wrong", body) + "," + sign("new-secret", body)).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aWrongOrMissingSignatureIs401() {
    String body = event("incident.triggered", "PWRONG", "2026-07-11T13:31:00Z");

    assertThat(post(body, "w-3", sign("wrong", body)).statusCode()).isEqualTo(401);
    assertThat(post(body, "w-3", sign("old-secret", body + " ")).statusCode()).isEqualTo(401);
    assertThat(post(body, "w-3", "v1=").statusCode()).isEqualTo(401);
    HttpResponse<String> unsigned =
        agent.send(agent.request("/webhooks/pagerduty").POST(BodyPublishers.ofString(body)));
    assertThat(unsigned.statusCode()).isEqualTo(401);
  }

  @Test
  void theWebhooksIdIsTheProtectionAgainstReplay() {
    String body = event("incident.triggered", "PREPLAY", "2026-07-11T13:31:00Z");

    post(body, "w-replayed", sign("old-secret", body));
    assertThat(post(body, "w-replayed", sign("old-secret", body)).statusCode()).isEqualTo(202);

    assertThat(count("SELECT count(*) FROM agent.delivery WHERE dedup_key = 'w-replayed'"))
        .isEqualTo(1);
  }

  @Test
  void whatIsNotOfUseIsAcceptedAndIgnored() {
    for (String type : List.of("incident.acknowledged", "pagey.ping", "incident.unheard_of")) {
      String body = event(type, "PIGNORED", "2026-07-11T13:31:00Z");
      assertThat(post(body, "w-" + type, sign("old-secret", body)).statusCode()).isEqualTo(202);
      Until.holds(
          type + " is ignored",
          () ->
              count(
                      "SELECT count(*) FROM agent.delivery WHERE state = 'ignored' AND dedup_key ="
                          + " 'w-"
                          + type
                          + "'")
                  == 1);
    }
  }

  @Test
  void aReopenedIncidentIsANewEpisodeAndItsResolveEndsBoth() {
    send("incident.triggered", "PAGAIN", "2026-07-11T13:31:00Z");
    send("incident.reopened", "PAGAIN", "2026-07-11T13:40:00Z");
    Until.holds(
        "both fire",
        () ->
            count(
                    "SELECT count(*) FROM agent.episode WHERE fingerprint = 'pagerduty:PAGAIN' AND"
                        + " status = 'firing'")
                == 2);
    send("incident.resolved", "PAGAIN", "2026-07-11T13:50:00Z");
    Until.holds(
        "both are resolved",
        () ->
            count(
                    "SELECT count(*) FROM agent.episode WHERE fingerprint = 'pagerduty:PAGAIN' AND"
                        + " status = 'resolved'")
                == 2);
  }

  @Test
  void aDeployThatIsToldIsAChange() {
    String body =
        """
        {"specversion": "1.0", "id": "d-1", "source": "deployer", "time": "2026-07-11T13:30:00Z",
         "type": "dev.cdevents.service.upgraded.0.2.0",
         "data": {"subject": {"id": "checkout"},
                  "customData": {"kind": "deploy", "version": "42", "commit": "abc", "author": "a",
                                 "title": "Faster", "instances": ["i-1"]}}}
        """;

    assertThat(tell(body, "ce-token").statusCode()).isEqualTo(202);
    Until.holds(
        "it is recorded",
        () ->
            count(
                    "SELECT count(*) FROM agent.recorded_change WHERE id = 'd-1' AND service ="
                        + " 'checkout' AND body ->> 'version' = '42' AND body ->> 'kind' ="
                        + " 'deploy'")
                == 1);
    assertThat(tell(body, "wrong").statusCode()).isEqualTo(401);
    assertThat(tell("{\"specversion\": \"0.3\"}", "ce-token").statusCode()).isEqualTo(400);
    assertThat(tell("[" + body + "]", "ce-token").statusCode()).isEqualTo(400);
  }

  @Test
  void noSecretIsLoggedOrStored() {
    String body = event("incident.triggered", "PSECRET", "2026-07-11T13:31:00Z");
    String signature = sign("old-secret", body);
    post(body, "w-secret", signature);

    assertThat(
            agent
                .jdbc()
                .sql("SELECT headers::text FROM agent.delivery WHERE dedup_key = 'w-secret'")
                .query(String.class)
                .single())
        .doesNotContain(signature, "Authorization")
        .contains("w-secret");
  }

  private static void send(String type, String id, String at) {
    String body = event(type, id, at);
    assertThat(post(body, type + id, sign("old-secret", body)).statusCode()).isEqualTo(202);
  }

  private static String event(String type, String id, String at) {
    return """
    {"event": {"id": "ev-%s-%s", "event_type": "%s", "resource_type": "incident",
      "occurred_at": "%s", "agent": null, "client": null,
      "data": {"id": "%s", "type": "incident", "title": "Checkout is slow", "urgency": "high",
        "created_at": "2026-07-11T13:31:00Z", "service": {"id": "PS1", "summary": "checkout"},
        "priority": null, "html_url": "https://example.invalid/%s"}}}
    """
        .formatted(type, id, type, at, id, id);
  }

  private static String sign(String secret, String body) {
    return "v1=" + HexFormat.of().formatHex(Secrets.hmacSha256(secret, body.getBytes(UTF_8)));
  }

  private static HttpResponse<String> post(String body, String id, String signature) {
    return agent.send(
        agent
            .request("/webhooks/pagerduty")
            .header("X-Webhook-Id", id)
            .header("X-PagerDuty-Signature", signature)
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> tell(String body, String token) {
    return agent.send(
        agent
            .request("/webhooks/cloudevents")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/cloudevents+json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static long count(String sql) {
    return agent.jdbc().sql(sql).query(Long.class).single();
  }
}
