package dev.inquest.app.investigation;

import static dev.inquest.app.testing.AlertBodies.firing;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.inquest.app.storage.Rows;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.investigation.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Stages are committed one by one; crashes, losers, failures and hangs end as they should. */
class DurableInvestigationIT {
  private static final List<Stage> ALL = List.of(Stage.values());

  @Test
  void tellsAtOnceRunsEveryStageOnceAndCommitsEach() {
    ScriptedEngine engine = new ScriptedEngine();
    AppDatabase database = AppDatabase.fresh();
    try (TestAgent agent = start(database, engine, Map.of())) {
      Instant sent = Instant.now();
      agent.alertmanager(firing("Slow", "checkout", Instant.now().toString()));
      awaitState(agent, "done");

      assertThat(engine.calls()).isEqualTo(ALL);
      assertThat(count(agent, "SELECT count(*) FROM agent.stage_result")).isEqualTo(7);
      assertThat(texts(agent, "SELECT id || ' ' || kind FROM agent.evidence ORDER BY id"))
          .containsExactly("e1 topology", "e2 metrics", "e3 metric_shift");
      assertThat(texts(agent, "SELECT kind FROM agent.timeline ORDER BY id"))
          .startsWith("opened", "stage")
          .contains("diagnosed", "not-proposed");
      assertThat(Duration.between(sent, announcedAt(database))).isLessThan(Duration.ofSeconds(5));
      assertThat(agent.get("/actuator/prometheus").body())
          .contains("inquest_stage_seconds_count", "stage=\"gather\"")
          .contains("inquest_investigations_total{outcome=\"inconclusive\"} 1.0")
          .contains("inquest_investigation_seconds_count 1")
          .contains("inquest_alerts_total{source=\"alertmanager\",status=\"firing\"} 1.0");
    }
  }

  @Test
  void aNewProcessGoesOnAtTheNextStageAndTheOldOneLoses() {
    AppDatabase database = AppDatabase.fresh();
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ScriptedEngine first =
        new ScriptedEngine()
            .before(
                Stage.VERIFY,
                () -> {
                  hanging.countDown();
                  await(release);
                })
            .concludes(ScriptedEngine.inconclusive("Inconclusive: said by the dead."));
    ScriptedEngine second =
        new ScriptedEngine().concludes(ScriptedEngine.inconclusive("Inconclusive: said anew."));
    try (TestAgent dead = start(database, first, Map.of("inquest.node", "a"))) {
      dead.alertmanager(firing("Slow", "checkout", Instant.now().toString()));
      await(hanging);
      // Being dead it takes no more work; else it might take up its own before the new process.
      dead.bean(Scheduler.class).pause();
      Instant restarted = Instant.now();
      try (TestAgent alive = start(database, second, Map.of("inquest.node", "a"))) {
        awaitState(alive, "done");

        assertThat(Duration.between(restarted, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(second.calls()).containsExactly(Stage.VERIFY, Stage.CONCLUDE, Stage.PROPOSE);
        release.countDown();
        Until.holds("the loser is done", () -> first.calls().size() == 5);
        assertThat(texts(alive, "SELECT body ->> 'sentence' FROM agent.diagnosis"))
            .containsExactly("Inconclusive: said anew.");
        assertThat(count(alive, "SELECT max(attempt) FROM agent.stage_result")).isEqualTo(2);
        assertThat(asOwner(database, "SELECT count(*) FROM agent.event WHERE kind = 'diagnosed'"))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void aStageThatFailsIsTriedAgainAndThenSaysSo() {
    ScriptedEngine engine =
        new ScriptedEngine()
            .before(
                Stage.DETECT,
                () -> {
                  throw new FailureException(
                      Failure.transientFailure("source-timeout", "detect", "it took too long"));
                });
    try (TestAgent agent = start(AppDatabase.fresh(), engine, Map.of())) {
      agent.alertmanager(firing("Slow", "checkout", Instant.now().toString()));
      awaitState(agent, "failed");

      assertThat(engine.calls())
          .containsExactly(Stage.SCOPE, Stage.GATHER, Stage.DETECT, Stage.DETECT, Stage.DETECT);
      assertThat(
              texts(
                  agent,
                  "SELECT verdict || ': ' || (body -> 'details' ->> 'missing') FROM"
                      + " agent.diagnosis"))
          .containsExactly("inconclusive: [\"traces: no source\", \"detect: source-timeout\"]");
    }
  }

  @Test
  void aDefectIsNotTriedAgain() {
    ScriptedEngine engine =
        new ScriptedEngine()
            .before(
                Stage.HYPOTHESISE,
                () -> {
                  throw new IllegalStateException("a defect");
                });
    try (TestAgent agent = start(AppDatabase.fresh(), engine, Map.of())) {
      agent.alertmanager(firing("Slow", "checkout", Instant.now().toString()));
      awaitState(agent, "failed");

      assertThat(engine.calls())
          .containsExactly(Stage.SCOPE, Stage.GATHER, Stage.DETECT, Stage.HYPOTHESISE);
    }
  }

  @Test
  void aStageThatHangsEndsAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    ScriptedEngine engine = new ScriptedEngine().before(Stage.GATHER, () -> await(never));
    try (TestAgent agent =
        start(AppDatabase.fresh(), engine, Map.of("inquest.limits.investigation-timeout", "2s"))) {
      agent.alertmanager(firing("Slow", "checkout", Instant.now().toString()));
      awaitState(agent, "failed");

      assertThat(texts(agent, "SELECT body ->> 'sentence' FROM agent.diagnosis"))
          .containsExactly(
              "Inconclusive: the gather stage failed (the investigation's time is used up).");
    }
  }

  @Test
  void whatIsNotUnderstoodIsLookedAtAgainAndJoinedAlertsToo() {
    ScriptedEngine engine = new ScriptedEngine();
    Map<String, String> soon =
        Map.of(
            "inquest.investigation.again[0]", "1s", "inquest.investigation.joined-delay", "100ms");
    try (TestAgent agent = start(AppDatabase.fresh(), engine, soon)) {
      agent.alertmanager(firing("Slow", "checkout", Instant.now().toString()));
      Until.holds(
          "it is investigated again",
          () ->
              texts(agent, "SELECT reason FROM agent.investigation ORDER BY revision")
                  .equals(List.of("alert", "again+1s")));
      agent.alertmanager(firing("Errors", "checkout", Instant.now().toString()));
      Until.holds(
          "the joined alert is looked at",
          () ->
              texts(agent, "SELECT reason FROM agent.investigation ORDER BY revision")
                  .equals(List.of("alert", "again+1s", "joined")));
      awaitState(agent, "done");
      assertThat(count(agent, "SELECT count(*) FROM agent.incident")).isEqualTo(1);
      assertThat(count(agent, "SELECT count(*) FROM agent.diagnosis")).isEqualTo(3);
    }
  }

  static TestAgent start(
      AppDatabase database, ScriptedEngine engine, Map<String, String> settings) {
    Map<String, String> given = new HashMap<>(settings);
    given.put("inquest.intake.alertmanager.token", "am-token");
    return TestAgent.start(database, engine, given);
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitState(TestAgent agent, String state) {
    Until.holds(
        "every investigation is " + state,
        () -> {
          List<String> states = texts(agent, "SELECT state FROM agent.investigation");
          return !states.isEmpty() && states.stream().allMatch(state::equals);
        });
  }

  private static Instant announcedAt(AppDatabase database) {
    return database
        .asOwner()
        .sql("SELECT min(at) AS at FROM agent.event WHERE kind = 'announced'")
        .query((row, n) -> Rows.instant(row, "at"))
        .single();
  }

  static List<String> texts(TestAgent agent, String sql) {
    return agent.jdbc().sql(sql).query(String.class).list();
  }

  static long count(TestAgent agent, String sql) {
    return agent.jdbc().sql(sql).query(Long.class).single();
  }

  /** As the owner: the agent may not read its events back. */
  static long asOwner(AppDatabase database, String sql) {
    return database.asOwner().sql(sql).query(Long.class).single();
  }
}
