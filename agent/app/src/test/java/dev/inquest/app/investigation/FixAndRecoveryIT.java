package dev.inquest.app.investigation;

import static dev.inquest.app.investigation.DurableInvestigationIT.count;
import static dev.inquest.app.investigation.DurableInvestigationIT.texts;
import static dev.inquest.app.testing.AlertBodies.firing;
import static dev.inquest.app.testing.AlertBodies.resolved;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.investigation.ProposeResult;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.proposal.ProposalDraft;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a diagnosis by way of the gate and a deploy to recovery, and what is kept of it. */
class FixAndRecoveryIT {
  private static final String FIX = "f".repeat(40);
  private final AppDatabase database = AppDatabase.fresh();
  private final Shop shop = new Shop(Instant.now());
  private final ScriptedEngine engine =
      new ScriptedEngine()
          .reads(shop.slow(Instant.now().plusSeconds(600)))
          .detects(shop.detection())
          .concludes(shop.identified("c1"))
          .proposes(new ProposeResult.Draft(shop.draft("V2__index.sql")));
  private final TestAgent agent =
      DurableInvestigationIT.start(
          database,
          engine,
          Map.of(
              "inquest.intake.cloudevents.token", "ce-token",
              "inquest.mode", "propose",
              "inquest.services[0].name", "checkout",
              "inquest.investigation.joined-delay", "100ms"));

  @AfterEach
  void stop() {
    agent.close();
  }

  @Test
  void asksFollowsRecognisesTheDeployAndClosesWhenAllIsWell() {
    String startsAt = Instant.now().toString();
    agent.alertmanager(firing("Slow", "checkout", startsAt));
    String incident = awaitAsked();
    Instant askedAt = Instant.now();
    UUID request = gateAsks(incident, askedAt);
    awaitTimeline("asked");
    gateDecides(request);
    awaitTimeline("opened");
    tellDeploy(FIX);
    awaitTimeline("deployed");

    engine.reads(shop.slowUntil(Instant.now()));
    agent.alertmanager(resolved("Slow", "checkout", startsAt, Instant.now().toString()));
    Until.holds(
        "it is closed",
        () -> texts(agent, "SELECT state FROM agent.incident").contains("resolved"));

    JsonNode mttr =
        StoredJson.tree(texts(agent, "SELECT mttr::text FROM agent.incident").getFirst());
    assertThat(mttr.propertyNames())
        .containsExactlyInAnyOrder(
            "detect_s", "diagnose_s", "approve_s", "remediate_s", "recover_s", "total_s");
    mttr.properties().forEach(e -> assertThat(e.getValue().isNumber()).as(e.getKey()).isTrue());
    assertThat(mttr.path("total_s").doubleValue()).isBetween(0.0, 120.0);
    assertThat(texts(agent, "SELECT kind FROM agent.timeline ORDER BY id"))
        .containsSubsequence(
            "opened",
            "diagnosed",
            "proposed",
            "asked",
            "approved",
            "opened",
            "deployed",
            "resolved",
            "recovered",
            "closed");
    assertThat(
            database
                .asOwner()
                .sql("SELECT kind FROM agent.event ORDER BY id")
                .query(String.class)
                .list())
        .containsExactly("announced", "diagnosed", "proposed", "recovered", "closed");
    assertThat(agent.get("/actuator/prometheus").body())
        .contains("inquest_mttr_seconds_count{phase=\"recover\"} 1");
    awaitCase(incident);
  }

  @Test
  void theSameChangeIsAskedOnceAndAnotherCauseTakesItBack() {
    agent.alertmanager(firing("Slow", "checkout", Instant.now().toString()));
    String incident = awaitAsked();
    gateAsks(incident, Instant.now());

    agent.alertmanager(firing("Errors", "checkout", Instant.now().toString()));
    awaitTimeline("not-proposed");
    assertThat(requests("propose")).isEqualTo(1);

    engine.concludes(shop.identified("c2"));
    engine.proposes(new ProposeResult.Draft(shop.draft("V2__another.sql")));
    agent.alertmanager(firing("Timeouts", "checkout", Instant.now().toString()));
    Until.holds("the other change is asked for", () -> requests("propose") == 2);
    assertThat(requests("withdraw")).isEqualTo(1);
  }

  @Test
  void aFalseAlarmClosesWhenItsAlertsResolve() {
    engine.detects(shop.nothing()).proposes(new ProposeResult.Nothing("Nothing is wrong."));
    engine.concludes(new Diagnosis.Healthy("Healthy.", shop.identified("c1").details()));
    String startsAt = Instant.now().toString();
    agent.alertmanager(firing("Slow", "checkout", startsAt));
    awaitTimeline("diagnosed");
    agent.alertmanager(resolved("Slow", "checkout", startsAt, Instant.now().toString()));

    awaitTimeline("closed");
    JsonNode mttr =
        StoredJson.tree(texts(agent, "SELECT mttr::text FROM agent.incident").getFirst());
    assertThat(mttr.path("recover_s").isNull()).isTrue();
    assertThat(mttr.path("approve_s").isNull()).isTrue();
    assertThat(requests("propose")).isZero();
  }

  @Test
  void whereNothingIsWrongNothingMustReturn() {
    engine.proposes(new ProposeResult.Nothing("Nothing is wrong."));
    engine.concludes(new Diagnosis.Healthy("Healthy.", shop.identified("c1").details()));
    String startsAt = Instant.now().toString();
    agent.alertmanager(firing("Slow", "checkout", startsAt));
    awaitTimeline("diagnosed");
    agent.alertmanager(resolved("Slow", "checkout", startsAt, Instant.now().toString()));

    awaitTimeline("closed");
    assertThat(texts(agent, "SELECT state FROM agent.incident")).containsExactly("resolved");
  }

  @Test
  void whileTheMetricsStayAwayItStaysOpen() {
    String startsAt = Instant.now().toString();
    agent.alertmanager(firing("Slow", "checkout", startsAt));
    awaitAsked();
    agent.alertmanager(resolved("Slow", "checkout", startsAt, Instant.now().toString()));
    awaitTimeline("resolved");
    Instant until = Instant.now().plusSeconds(5);
    Until.holds("some rounds have passed", () -> Instant.now().isAfter(until));

    assertThat(texts(agent, "SELECT state FROM agent.incident")).containsExactly("open");
    assertThat(texts(agent, "SELECT sentence FROM agent.timeline WHERE kind = 'waiting'"))
        .as("why, once")
        .singleElement(as(STRING))
        .startsWith("Its alerts are resolved. It stays open until ")
        .contains(" of checkout (before: ");

    engine.reads(shop.slowUntil(Instant.now()));
    awaitTimeline("closed");
  }

  private String awaitAsked() {
    awaitTimeline("proposed");
    return texts(agent, "SELECT id FROM agent.incident").getFirst();
  }

  private void awaitTimeline(String kind) {
    Until.holds(
        "the timeline says " + kind,
        () -> texts(agent, "SELECT kind FROM agent.timeline").contains(kind));
  }

  private long requests(String kind) {
    return database
        .asOwner()
        .sql("SELECT count(*) FROM agent.proposal_request WHERE kind = :kind")
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  /** Plays the gate: copies the request and asks. */
  private UUID gateAsks(String incident, Instant at) {
    UUID request =
        database
            .asGate()
            .sql("SELECT id FROM agent.proposal_request WHERE kind = 'propose'")
            .query(UUID.class)
            .single();
    ProposalDraft draft = shop.draft("V2__index.sql");
    database
        .asGate()
        .sql(
            """
            INSERT INTO gate.proposal (id, request, incident, kind, service, repository,
              target_branch, base_sha, digest, risk, state, body, created_at, asked_at, expires_at)
            VALUES ('pr-1', :request, :incident, 'migration', :service, 'shop.git', 'main', :base,
              'd1', 'medium', 'asked', '{}', :at, :at, :at)
            """)
        .param("request", request)
        .param("incident", incident)
        .param("service", draft.service())
        .param("base", draft.baseSha())
        .param("at", dev.inquest.app.storage.Rows.at(at))
        .update();
    return request;
  }

  private void gateDecides(UUID request) {
    database
        .asGate()
        .sql(
            """
            INSERT INTO gate.decision (proposal, digest, decision, person, via, at)
            VALUES ('pr-1', 'd1', 'approve', 'person', 'page', now())
            """)
        .update();
    database
        .asGate()
        .sql(
            """
            UPDATE gate.proposal SET state = 'opened', decided_at = now(), opened_at = now(),
              merge_request = CAST(:mr AS jsonb) WHERE request = :request
            """)
        .param("mr", "{\"branch\": \"inquest/d1\", \"commit\": \"" + FIX + "\", \"url\": \"mr-1\"}")
        .param("request", request)
        .update();
  }

  private void tellDeploy(String commit) {
    String event =
        """
        {"specversion": "1.0", "id": "deploy-7", "source": "deployer",
         "type": "dev.cdevents.service.deployed.0.2.0", "time": "%s",
         "data": {"subject": {"id": "checkout"},
                  "customData": {"kind": "migration", "version": "7", "commit": "%s"}}}
        """
            .formatted(Instant.now(), commit);
    var answer =
        agent.send(
            agent
                .request("/webhooks/cloudevents")
                .header("Authorization", "Bearer ce-token")
                .header("Content-Type", "application/cloudevents+json")
                .POST(BodyPublishers.ofString(event)));
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  private void awaitCase(String incident) {
    awaitTimeline("frozen");
    Until.holds(
        "it is criticised",
        () ->
            texts(agent, "SELECT body ->> 'grade' FROM agent.criticism").equals(List.of("right")));
    assertThat(texts(agent, "SELECT memory FROM agent.criticism").getFirst())
        .startsWith("# " + incident)
        .contains("Metrics returned: yes", "Graded: right");
    Path folder = agent.bean(dev.inquest.app.learn.CaseFreezer.class).folder(incident);
    var frozen = CaseReader.read(folder);
    assertThat(frozen.alerts()).hasSize(1);
    assertThat(frozen.metrics()).hasSize(1);
    assertThat(count(agent, "SELECT count(*) FROM agent.scheduled_tasks WHERE task_name = 'watch'"))
        .isZero();
  }
}
