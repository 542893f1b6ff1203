package dev.inquest.app.intake;

import static dev.inquest.app.testing.AlertBodies.firing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot be stored is not acknowledged. */
class DatabaseDownIT {
  @Test
  void notStoredIs503InTimeForEverySender() {
    try (AppDatabase database = AppDatabase.onItsOwnServer();
        TestAgent agent =
            TestAgent.start(
                database,
                new ScriptedEngine(),
                Map.of("inquest.intake.alertmanager.token", "am-token"))) {
      database.stopServer();

      long began = System.nanoTime();
      HttpResponse<String> answer =
          agent.alertmanager(firing("Lost", "checkout", "2026-07-11T13:31:00Z"));

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("urn:inquest:problem:not-stored");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
      assertThat(agent.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(agent.get("/api/v1/incidents").statusCode()).isEqualTo(503);
      assertThat(agent.get("/actuator/prometheus").body())
          .contains("inquest_deliveries_total{result=\"not-stored\",source=\"alertmanager\"} 1.0");
    }
  }
}
