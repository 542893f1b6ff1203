package dev.inquest.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Alertmanager sends; we take what it really sends. */
class AlertmanagerIT {
  private static final String TOKEN = "am-token";

  @TempDir Path folder;

  @Test
  void whatItRaisesAndResolvesIsAnEpisode() throws Exception {
    try (TestAgent agent = agent(AppDatabase.fresh());
        Alertmanager alertmanager =
            Alertmanager.start(folder, agent.url("/webhooks/alertmanager"), TOKEN)) {
      Instant start = Instant.parse("2026-07-11T13:31:00Z");

      alertmanager.post(alert(start, null));
      awaitEpisode(agent, "firing");
      alertmanager.post(alert(start, start.plusSeconds(300)));
      awaitEpisode(agent, "resolved");

      assertThat(
              agent
                  .jdbc()
                  .sql("SELECT ends_at = '2026-07-11T13:36:00Z' FROM agent.episode")
                  .query(Boolean.class)
                  .list())
          .containsExactly(true);
      assertThat(agent.get("/api/v1/incidents").body()).contains("\"service\":\"shop\"");
    }
  }

  /** It counts a failure as worth another try only where we answered 5xx. */
  @Test
  void whatWasNotStoredIsSentAgain() throws Exception {
    try (AppDatabase database = AppDatabase.onItsOwnServer();
        TestAgent agent = agent(database);
        Alertmanager alertmanager =
            Alertmanager.start(folder, agent.url("/webhooks/alertmanager"), TOKEN)) {
      database.stopServer();

      alertmanager.post(alert(Instant.parse("2026-07-11T13:31:00Z"), null));

      Until.holds("it was refused at least twice", () -> notStored(agent) >= 2);
      assertThat(alertmanager.metrics())
          .contains("alertmanager_notification_requests_failed_total{integration=\"webhook\"}");
    }
  }

  private static TestAgent agent(AppDatabase database) {
    return TestAgent.start(
        database, new ScriptedEngine(), Map.of("inquest.intake.alertmanager.token", TOKEN));
  }

  private static double notStored(TestAgent agent) {
    return agent
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(l -> l.startsWith("inquest_deliveries_total{") && l.contains("not-stored"))
        .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String alert(Instant start, @org.jspecify.annotations.Nullable Instant end) {
    String ends = end == null ? "" : ", \"endsAt\": \"" + end + "\"";
    return """
    [{"labels": {"alertname": "Slow", "service": "shop", "severity": "page"},
      "annotations": {"summary": "the shop is slow"}, "startsAt": "%s"%s}]
    """
        .formatted(start, ends);
  }

  private static void awaitEpisode(TestAgent agent, String status) {
    Until.holds(
        "the alert is " + status,
        () ->
            agent
                .jdbc()
                .sql("SELECT status FROM agent.episode")
                .query(String.class)
                .list()
                .equals(List.of(status)));
  }
}
