package dev.inquest.app.browser;

import dev.inquest.app.investigation.Shop;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.testing.AlertBodies;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.Until;
import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Details;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.hypothesis.Hypothesis;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.proposal.ProposedFile;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Outcome;
import dev.inquest.verification.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agent and gate over one database, with one incident whose every text is hostile. */
final class World implements AutoCloseable {
  private static final String SERVICE = "checkout";
  private static final String SQL =
      """
      SET lock_timeout = '5s';
      DROP INDEX CONCURRENTLY IF EXISTS orders_customer;
      CREATE INDEX CONCURRENTLY orders_customer ON orders (customer);
      """;

  private final AppDatabase database = AppDatabase.fresh();
  private final ShopOrigin shop = ShopOrigin.create();
  private final Chromium chromium;
  private final TestAgent agent;
  private final TestGate gate;

  private World(Chromium chromium) {
    this.chromium = chromium;
    int gatePort = freePort();
    Map<String, String> services =
        Map.of(
            "inquest.services[0].name",
            SERVICE,
            "inquest.services[0].repository",
            shop.folder().toString(),
            "inquest.services[0].migrations",
            ShopOrigin.MIGRATIONS,
            "inquest.services[0].mode",
            "propose");
    Map<String, String> settings = new HashMap<>(services);
    settings.put("inquest.gate.public-url", "http://127.0.0.1:" + gatePort);
    settings.put("inquest.intake.alertmanager.token", "am-token");
    this.agent = TestAgent.start(database, engine(), settings);
    this.gate = TestGate.start(database, gatePort, agent.url(""), services);
  }

  /** Skips the test where there is no Chromium. */
  static World begin() {
    return new World(Chromium.open());
  }

  Chromium chromium() {
    return chromium;
  }

  String agentUrl() {
    return agent.url("");
  }

  String gateUrl() {
    return gate.url();
  }

  /** Fires an alert and returns its incident once that has been diagnosed. */
  String incident() {
    fire("Slow " + Hostile.all());
    Until.holds("it is diagnosed", () -> timeline().contains("diagnosed"));
    return agent.jdbc().sql("SELECT id FROM agent.incident").query(String.class).single();
  }

  void fire(String alertName) {
    fire(alertName, SERVICE);
  }

  /** Of another service, so that it opens an incident of its own. */
  void fireElsewhere(String alertName) {
    fire(alertName, "elsewhere");
  }

  private void fire(String alertName, String service) {
    Map<String, Object> alert = new TreeMap<>();
    alert.put("status", "firing");
    alert.put("labels", Map.of("alertname", alertName, "service", service));
    alert.put("annotations", Map.of("summary", "Log line: " + Hostile.all()));
    alert.put("startsAt", Instant.now().toString());
    alert.put("endsAt", "0001-01-01T00:00:00Z");
    alert.put("generatorURL", "");
    alert.put("fingerprint", Integer.toHexString(alertName.hashCode()));
    String body = AlertBodies.group("firing", List.of(StoredJson.write(alert)));
    int status = agent.alertmanager(body).statusCode();
    if (status != 202) {
      throw new IllegalStateException("the alert was answered with " + status);
    }
  }

  private List<String> timeline() {
    return agent.jdbc().sql("SELECT kind FROM agent.timeline").query(String.class).list();
  }

  /** Asks the gate as the agent does, and returns the proposal once people are asked. */
  String ask(String incident, String title) {
    UUID request = UUID.randomUUID();
    agent
        .jdbc()
        .sql(
            "INSERT INTO agent.proposal_request (id, incident, kind, body)"
                + " VALUES (:id, :incident, 'propose', CAST(:body AS jsonb))")
        .param("id", request)
        .param("incident", incident)
        .param("body", StoredJson.write(draft(incident, title)))
        .update();
    Until.holds("the gate has looked at it", () -> state(request) != null);
    String state = state(request);
    if (!"asked".equals(state)) {
      throw new IllegalStateException(
          "the proposal is "
              + state
              + ": "
              + gate("SELECT reason FROM gate.proposal WHERE request = '" + request + "'"));
    }
    return gate("SELECT id FROM gate.proposal WHERE request = '" + request + "'");
  }

  private @Nullable String state(UUID request) {
    return database
        .asGate()
        .sql("SELECT state FROM gate.proposal WHERE request = :request")
        .param("request", request)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** One value, as the gate's role sees it. */
  String gate(String sql) {
    return database.asGate().sql(sql).query(String.class).single();
  }

  /** So that the limits on asking do not fill up. */
  void forgetProposals() {
    database
        .asOwner()
        .sql("UPDATE gate.proposal SET state = 'expired', asked_at = NULL WHERE state = 'asked'")
        .update();
  }

  private ProposalDraft draft(String incident, String title) {
    String file = ShopOrigin.MIGRATIONS + "/V2__orders_customer.sql";
    return new ProposalDraft(
        ProposalKind.MIGRATION,
        incident,
        SERVICE,
        shop.head(),
        List.of(
            new ProposedFile(file, SQL),
            new ProposedFile(file + ".conf", "executeInTransaction=false\n")),
        null,
        "Index orders by customer",
        title,
        "With evidence. " + Hostile.plain(),
        "DROP INDEX CONCURRENTLY orders_customer;",
        List.of("e1"),
        Map.of("cause", "Commit 4f2a91c (" + Hostile.plain() + ")", "ruled_out", Hostile.plain()));
  }

  private static ScriptedEngine engine() {
    Instant now = Instant.now();
    Shop metrics = new Shop(now);
    return new ScriptedEngine()
        .reads(metrics.slow(now))
        .detects(metrics.detection())
        .examines(List.of(examined()))
        .concludes(diagnosis());
  }

  private static Diagnosis diagnosis() {
    String claim = "Commit 4f2a91c (" + Hostile.all() + ") of checkout did it.";
    Cause cause =
        new Cause(
            SERVICE, null, CauseKind.COMMIT, "4f2a91c", null, 0.94, List.of("e3"), "h1", claim);
    return new Diagnosis.Identified(
        claim,
        new Details(
            List.of(cause),
            List.of(
                new RefutedChange(
                    "8c1d22e",
                    "Reword a log line " + Hostile.all(),
                    "Only a log text: " + Hostile.all(),
                    List.of("e3"))),
            null,
            SERVICE,
            List.of(),
            "add-index",
            List.of("logs: " + Hostile.all()),
            "p95 of checkout is 902 ms, was 22 ms."));
  }

  private static Examined examined() {
    Hypothesis hypothesis =
        new Hypothesis(
            "h1",
            CauseKind.COMMIT,
            SERVICE,
            null,
            "4f2a91c",
            null,
            "database-missing-index",
            "Commit 4f2a91c did it.",
            0.2,
            List.of("statement-shift"));
    return new Examined(
        hypothesis,
        List.of(
            new Verification(
                "statement-shift", new Outcome.Supported("It grew."), 2.1, List.of("e3")),
            new Verification(
                "control-services", new Outcome.Untestable("no other service"), 0, List.of())));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    gate.close();
    agent.close();
    chromium.close();
  }
}
