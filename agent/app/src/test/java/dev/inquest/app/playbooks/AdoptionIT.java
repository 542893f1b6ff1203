package dev.inquest.app.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.testing.AlertBodies;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.app.testing.ScriptedEngine;
import dev.inquest.app.testing.TestAgent;
import dev.inquest.app.testing.TestGate;
import dev.inquest.app.testing.Until;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.playbooks.evolve.EvolveCommand;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * The whole way of a run's playbooks, against the real agent, the real gate and a real database.
 */
class AdoptionIT {
  private static final AppDatabase DATABASE = AppDatabase.fresh();
  private static final ScriptedEngine ENGINE = new ScriptedEngine();

  @TempDir private static Path folder;

  private static TestGate gate;
  private static TestAgent agent;

  @BeforeAll
  static void start() throws IOException {
    gate = TestGate.start(DATABASE, folder.resolve("gate"), gateSettings());
    Map<String, String> settings = new HashMap<>(tokens());
    settings.put("inquest.intake.alertmanager.token", "am-token");
    agent = TestAgent.start(DATABASE, ENGINE, settings);
    CommandLine evolve =
        new CommandLine(new EvolveCommand(_ -> new AnyEditArena(), Clock.systemUTC()));
    assertThat(evolve.execute("--rounds", "8", "--seed", "7", "--out", run().toString())).isZero();
  }

  @AfterAll
  static void stop() {
    agent.close();
    gate.close();
  }

  private static Path run() {
    return folder.resolve("run");
  }

  /** Two people who may decide high risks by token, which the built-in policy does not let them. */
  private static Map<String, String> gateSettings() throws IOException {
    byte[] builtIn =
        dev.inquest.gate.policy.PolicyReader.class
            .getResourceAsStream("/policy/default.yml")
            .readAllBytes();
    String policy = new String(builtIn, StandardCharsets.UTF_8);
    Path file = folder.resolve("policy.yml");
    Files.writeString(file, policy.replace("api-tokens: false", "api-tokens: true"));
    Path password = Files.writeString(folder.resolve("password"), "correct horse battery\n");
    Map<String, String> settings = new HashMap<>(tokens());
    settings.put("inquest.gate.policy", file.toString());
    settings.put("inquest.gate.local-user.password-file", password.toString());
    settings.put("inquest.gate.approvers[0].person", "ada");
    settings.put("inquest.gate.approvers[1].person", "grace");
    return settings;
  }

  private static Map<String, String> tokens() {
    Map<String, String> tokens = new HashMap<>();
    tokens.put("inquest.api.tokens[0].token", "view-token");
    tokens.put("inquest.api.tokens[1].token", "operate-token");
    tokens.put("inquest.api.tokens[1].role", "operator");
    tokens.put("inquest.api.tokens[1].name", "on-call");
    for (int i = 2; i <= 3; i++) {
      String person = i == 2 ? "ada" : "grace";
      tokens.put("inquest.api.tokens[" + i + "].token", "token-of-" + person);
      tokens.put("inquest.api.tokens[" + i + "].role", "approver");
      tokens.put("inquest.api.tokens[" + i + "].person", person);
    }
    return tokens;
  }

  private static CommandRun as(String token, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--gate-url", gate.at("").toString(), "--url", agent.url("")));
    all.addAll(List.of("--token", token, "-o", "json"));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static JsonNode done(String token, String... arguments) {
    CommandRun run = as(token, arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return run.json();
  }

  private static void approve(String proposal, String digest, String person) {
    done("token-of-" + person, "proposals", "approve", proposal, "--digest", digest);
  }

  private static JsonNode standing() {
    return done("view-token", "playbooks", "versions");
  }

  private static List<String> texts(String sql) {
    return DATABASE.asOwner().sql(sql).query(String.class).list();
  }

  /** From its alert to what is learnt from it. */
  private static String closedIncident(String name) {
    ENGINE.concludes(new Diagnosis.Healthy("Healthy.", ScriptedEngine.inconclusive("?").details()));
    String startsAt = Instant.now().toString();
    agent.alertmanager(AlertBodies.firing(name, name, startsAt));
    String of = " WHERE incident = (SELECT id FROM agent.incident WHERE service = '" + name + "')";
    Until.holds(
        "it is diagnosed", () -> !texts("SELECT verdict FROM agent.diagnosis" + of).isEmpty());
    agent.alertmanager(AlertBodies.resolved(name, name, startsAt, Instant.now().toString()));
    Until.holds(
        "it is learnt from", () -> !texts("SELECT memory FROM agent.criticism" + of).isEmpty());
    return texts("SELECT id FROM agent.incident WHERE service = '" + name + "'").getFirst();
  }

  private static String lastFollowed() {
    return CatalogueLoader.sha256(ENGINE.followed().getLast());
  }

  @Test
  void aRunIsAdoptedTriedPinnedFoundWantingAndLeftAgain() {
    closedIncident("before");
    assertThat(texts("SELECT incident FROM agent.shadow_diagnosis")).isEmpty();

    String version = adopt();
    assertThat(standing().path("in_use").asString()).isEqualTo("built-in");
    tryUnseen(version);
    pin(version);
    fallAndGoBack(version);
    adoptedAgainstOthersIsRefused();
  }

  private static String adopt() {
    assertThat(as("view-token", "playbooks", "propose", run().toString()).err()).contains("(403)");
    JsonNode asked = done("operate-token", "playbooks", "propose", run().toString());
    assertThat(asked.path("state").asString()).isEqualTo("asked");
    String id = asked.path("proposal").asString();
    JsonNode proposal = done("view-token", "proposals", "show", id);
    assertThat(proposal.path("kind").asString()).isEqualTo("playbook");
    assertThat(proposal.path("policy").path("people").asInt()).isEqualTo(2);
    assertThat(proposal.path("diff").asString()).contains("--- a/", "@@ ");
    assertThat(proposal.path("description").asString()).contains("wealth", "error 0.0025", "head");
    assertThat(proposal.path("stated").path("asked_by").asString()).isEqualTo("on-call");
    String digest = proposal.path("digest").asString();
    approve(id, digest, "ada");
    assertThat(standing().path("shadow").isNull()).isTrue();
    approve(id, digest, "grace");
    Until.holds("it is adopted", () -> !standing().path("shadow").isNull());
    String version = standing().path("shadow").asString();
    JsonNode shown = done("view-token", "playbooks", "show", version.substring(0, 8));
    assertThat(shown.path("approvers").toString()).isEqualTo("[\"ada\",\"grace\"]");
    assertThat(CatalogueLoader.sha256(CatalogueLoader.from(run().resolve("playbooks"))))
        .isEqualTo(version);
    return version;
  }

  private static void tryUnseen(String version) {
    String incident = closedIncident("tried");
    assertThat(lastFollowed()).isEqualTo(CatalogueLoader.sha256(CatalogueLoader.builtIn()));
    Until.holds(
        "the shadow diagnosed it",
        () -> texts("SELECT other_sha256 FROM agent.shadow_diagnosis").equals(List.of(version)));
    assertThat(done("view-token", "incidents", "show", incident).toString())
        .doesNotContain(version)
        .contains("Healthy.");
    done("operate-token", "incidents", "label", incident, "false-alarm");
    Until.holds(
        "the label judges both",
        () ->
            texts(
                    "SELECT incident FROM agent.shadow_diagnosis"
                        + " WHERE shown_right = (shown ->> 'type' = 'healthy')"
                        + " AND other_right = (other ->> 'type' = 'healthy')")
                .equals(List.of(incident)));
    JsonNode record = done("view-token", "playbooks", "record").path("items").path(0);
    assertThat(record.path("other").asString()).isEqualTo(version);
    assertThat(record.path("labelled").asInt()).isEqualTo(1);
  }

  private static void pin(String version) {
    assertThat(as("operate-token", "playbooks", "pin", version).err()).contains("(403)");
    assertThat(as("token-of-ada", "playbooks", "pin", "0123456789").err())
        .contains("No approved version");
    JsonNode pinned = done("token-of-ada", "playbooks", "pin", version.substring(0, 12));
    assertThat(pinned.path("by").asString()).isEqualTo("ada");
    assertThat(pinned.path("shadow").asString()).isEqualTo("built-in");
    closedIncident("pinned");
    assertThat(lastFollowed()).isEqualTo(version);
    done("operate-token", "playbooks", "rollback", "--reason", "woken up");
    closedIncident("back");
    assertThat(lastFollowed()).isNotEqualTo(version);
    assertThat(as("operate-token", "playbooks", "rollback").err())
        .contains("(409)", "nothing to go back to");
    done("token-of-grace", "playbooks", "pin", version);
  }

  private static void fallAndGoBack(String version) {
    String builtIn = CatalogueLoader.sha256(CatalogueLoader.builtIn());
    String incident = closedIncident("fallen");
    DATABASE
        .asOwner()
        .sql(
            """
            INSERT INTO agent.incident (id, state, title, opened_at, started_at)
            SELECT 'inc-made-' || i, 'resolved', 'made', now(), now() FROM generate_series(1, 25) i;
            INSERT INTO agent.shadow_diagnosis
            SELECT 'inc-made-' || i, s.shown_sha256, s.other_sha256, s.shown, s.other, i > 9, true,
              now()
            FROM generate_series(1, 25) i, agent.shadow_diagnosis s WHERE s.incident = '%s'
            """
                .formatted(incident))
        .update();
    done("operate-token", "incidents", "label", incident, "false-alarm");
    String open =
        "SELECT id FROM gate.proposal WHERE kind = 'playbook' AND state = 'asked'"
            + " AND body ->> 'culprit' = '"
            + version
            + "'";
    Until.holds("going back is proposed", () -> texts(open).size() == 1);
    String id = texts(open).getFirst();
    // A second word on the same incidents asks nobody again.
    done("operate-token", "incidents", "label", incident, "false-alarm");

    JsonNode proposal = done("view-token", "proposals", "show", id);
    assertThat(proposal.path("policy").path("people").asInt()).isEqualTo(1);
    assertThat(proposal.path("description").asString()).contains("p = 0.00", "McNemar");
    approve(id, proposal.path("digest").asString(), "grace");
    Until.holds(
        "the ones before are in use",
        () -> standing().path("in_use").asString().equals("built-in"));
    assertThat(standing().path("act").asString()).isEqualTo("revert");
    assertThat(standing().path("sha256").asString()).isEqualTo(builtIn);
    assertThat(texts("SELECT id FROM gate.proposal WHERE body ->> 'culprit' = '" + version + "'"))
        .hasSize(1);
  }

  private static void adoptedAgainstOthersIsRefused() {
    String version = standing().path("versions").path(0).path("id").asString();
    done("token-of-ada", "playbooks", "pin", version);
    assertThat(as("operate-token", "playbooks", "propose", run().toString()).err())
        .contains("(409)", "other playbooks than are in use");
    done("operate-token", "playbooks", "rollback");
  }
}
