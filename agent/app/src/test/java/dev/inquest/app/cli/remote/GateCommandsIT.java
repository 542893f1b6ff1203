package dev.inquest.app.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.GateProcess;
import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.app.testing.AppDatabase;
import dev.inquest.gate.warrant.SigningKey;
import dev.inquest.kit.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Commands against the real gate: decisions, the pause, the audit chain. */
class GateCommandsIT {
  private static final AppDatabase DATABASE = AppDatabase.fresh();
  private static ConfigurableApplicationContext gate;
  private static int port;
  private static Path home;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    home = Scratch.folder("gate-home");
    Path password = Files.writeString(home.resolve("password"), "correct horse battery\n");
    Map<String, Object> given = new HashMap<>(DATABASE.gate().properties());
    given.put("inquest.home", home.toString());
    given.put("inquest.gate.local-user.password-file", password.toString());
    given.put("spring.config.location", "classpath:/");
    given.put("inquest.api.tokens[0].token", "view-token");
    given.put("inquest.api.tokens[1].token", "operate-token");
    given.put("inquest.api.tokens[1].role", "operator");
    given.put("inquest.api.tokens[1].name", "on-call");
    given.put("inquest.api.tokens[2].token", "approve-token-of-ada");
    given.put("inquest.api.tokens[2].role", "approver");
    given.put("inquest.api.tokens[2].person", "ada");
    gate =
        new SpringApplicationBuilder(GateProcess.class)
            .bannerMode(Banner.Mode.OFF)
            .profiles("gate")
            .properties(given)
            .run("--server.port=0");
    port = gate.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void stop() {
    gate.close();
  }

  private static CommandRun as(String token, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--gate-url", "http://127.0.0.1:" + port, "--token", token));
    return CommandRun.of(all.toArray(String[]::new));
  }

  /** One that is asked, of a text that a terminal might obey. */
  private static String asked(String digest, String risk) {
    String id = "pr-" + digest.substring(0, 12) + "-1";
    String body =
        """
        {"files": [], "message": "Index orders", "title": "Index orders \\u001b[31m",
         "description": "", "rollback": "DROP INDEX x;", "diff": "+CREATE INDEX x;\\u001b[2J\\n",
         "checks": [{"name": "migration-shape", "passed": true, "detail": "New files only."}],
         "stated": {"cause": "release 2"}, "evidence": ["e1"], "evidence_root": "%s",
         "culprit": null, "tree": ""}
        """
            .formatted("0".repeat(64));
    DATABASE
        .asOwner()
        .sql(
            """
            INSERT INTO gate.proposal (id, request, incident, kind, service, repository,
              target_branch, base_sha, digest, risk, state, body, card_revision, created_at,
              asked_at, expires_at)
            VALUES (:id, :request, 'inc-1', 'migration', 'shop', 'file:///nowhere', 'main', :base,
              :digest, :risk, 'asked', CAST(:body AS jsonb), 1, now(), now(),
              now() + interval '1 hour')
            """)
        .param("id", id)
        .param("request", UUID.randomUUID())
        .param("base", "0".repeat(40))
        .param("digest", digest)
        .param("risk", risk)
        .param("body", body)
        .update();
    return id;
  }

  private static List<String> decisions(String id) {
    return DATABASE
        .asOwner()
        .sql(
            "SELECT decision || ' ' || person || ' ' || via || ' ' || digest FROM gate.decision"
                + " WHERE proposal = :id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  @Test
  void proposalsAreListedAndShownWithoutObeyingThem() {
    String digest = "a1".repeat(32);
    String id = asked(digest, "medium");

    CommandRun list = as("view-token", "proposals", "list");
    assertThat(list.code()).as(list.err()).isZero();
    assertThat(list.out()).contains(id, "Index orders").doesNotContain("\u001b");
    for (String form : List.of("text", "md", "json")) {
      CommandRun shown = as("view-token", "proposals", "show", id, "-o", form);
      assertThat(shown.code()).as(shown.err()).isZero();
      assertThat(shown.out())
          .contains(digest, "CREATE INDEX x;", "DROP INDEX x;", "release 2")
          .doesNotContain("\u001b");
    }
    assertThat(as("view-token", "proposals", "show", "pr-none-1").err()).contains("(404)");
    assertThat(as("view-token", "proposals", "show", "a/../b").code()).isEqualTo(2);
    assertThat(as("wrong", "proposals", "list").err()).contains("(401)");
  }

  @Test
  void exactlyWhatWasShownIsApproved() {
    String digest = "b2".repeat(32);
    String id = asked(digest, "medium");

    CommandRun unseen = as("approve-token-of-ada", "proposals", "approve", id);
    assertThat(unseen.code()).isEqualTo(2);
    assertThat(unseen.err())
        .contains("CREATE INDEX x;", "Nothing was approved", digest)
        .doesNotContain("\u001b");
    assertThat(unseen.out()).isEmpty();

    CommandRun other =
        as("approve-token-of-ada", "proposals", "approve", id, "--digest", "b3".repeat(32));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("(409)", "something else");

    CommandRun half = as("approve-token-of-ada", "proposals", "approve", id, "--digest", "b2b2");
    assertThat(half.code()).isEqualTo(2);

    CommandRun viewer = as("view-token", "proposals", "approve", id, "--digest", digest);
    assertThat(viewer.code()).isEqualTo(1);
    assertThat(viewer.err()).contains("(403)", "approver, bound to a named person");
    assertThat(decisions(id)).isEmpty();

    CommandRun done =
        as("approve-token-of-ada", "proposals", "approve", id, "--digest", digest, "-o", "json");
    assertThat(done.code()).as(done.err()).isZero();
    JsonNode answer = StoredJson.tree(done.out());
    assertThat(answer.path("state").stringValue()).isEqualTo("approved");
    assertThat(answer.path("digest").stringValue()).isEqualTo(digest);
    assertThat(done.err()).contains("CREATE INDEX x;");
    assertThat(decisions(id)).containsExactly("approve ada api " + digest);

    CommandRun again = as("approve-token-of-ada", "proposals", "approve", id, "--digest", digest);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("(409)");
  }

  @Test
  void highRiskIsNotDecidedByAToken() {
    String digest = "c3".repeat(32);
    String id = asked(digest, "high");

    CommandRun ran = as("approve-token-of-ada", "proposals", "approve", id, "--digest", digest);

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("signed-in person", "gate's page");
    assertThat(decisions(id)).isEmpty();
  }

  @Test
  void rejectingSendsTheDigestToo() {
    String digest = "d4".repeat(32);
    String id = asked(digest, "low");

    CommandRun ran = as("approve-token-of-ada", "proposals", "reject", id, "--reason", "not now");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("reject", "rejected", digest);
    assertThat(decisions(id)).containsExactly("reject ada api " + digest);
  }

  @Test
  void theConfigurationHoldsWhoDecides() throws IOException {
    String digest = "e5".repeat(32);
    String id = asked(digest, "low");
    Path config =
        Files.writeString(
            folder.resolve("inquest.yml"),
            """
            inquest.gate.port: %d
            inquest.api.tokens:
              - {token: a-viewer-token-of-old}
              - {token: approve-token-of-ada, role: approver, person: ada}
              - {token: approve-token-of-grace, role: approver, person: grace}
            """
                .formatted(port));
    String[] command = {
      "proposals", "approve", id, "--digest", digest, "--config", config.toString()
    };

    CommandRun whose = CommandRun.of(command);
    assertThat(whose.code()).isEqualTo(1);
    assertThat(whose.err()).contains("ada and grace", "--as");

    List<String> named = new ArrayList<>(List.of(command));
    named.addAll(List.of("--as", "ada"));
    CommandRun done = CommandRun.of(named.toArray(String[]::new));
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(decisions(id)).containsExactly("approve ada api " + digest);
  }

  @Test
  void operatorsPauseAndResume() {
    CommandRun refused = as("view-token", "pause");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("(403)", "role operator");

    CommandRun paused = as("operate-token", "pause", "--reason", "a freeze");
    assertThat(paused.code()).as(paused.err()).isZero();
    assertThat(paused.out()).contains("is paused", "on-call", "a freeze");
    JsonNode resumed = StoredJson.tree(as("operate-token", "resume", "-o", "json").out());
    assertThat(resumed.path("paused").booleanValue()).isFalse();
  }

  @Test
  void anExportOfTheAuditIsVerifiedOffline() throws IOException {
    as("operate-token", "pause");
    as("operate-token", "resume");
    Path export = folder.resolve("audit.jsonl");
    assertThat(as("wrong", "audit", "export", "--out", export.toString()).code()).isEqualTo(1);
    assertThat(export).doesNotExist();

    CommandRun written = as("view-token", "audit", "export", "--out", export.toString());
    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.out()).isEmpty();
    SigningKey key =
        SigningKey.fromPem(Files.readString(home.resolve("gate").resolve("warrant-key.pem")));
    Path pem = Files.writeString(folder.resolve("gate.pem"), key.verifying().pem());
    CommandRun sound = CommandRun.of("audit", "verify", export.toString(), "--key", pem.toString());
    assertThat(sound.code()).as(sound.out() + sound.err()).isZero();
    assertThat(sound.out()).startsWith("Sound: ").contains("Signed by the key given");
    CommandRun unsure = CommandRun.of("audit", "verify", export.toString(), "-o", "json");
    assertThat(StoredJson.tree(unsure.out()).path("key_trusted").booleanValue()).isFalse();

    Path other =
        Files.writeString(folder.resolve("other.pem"), SigningKey.generate().verifying().pem());
    assertThat(
            CommandRun.of("audit", "verify", export.toString(), "--key", other.toString()).code())
        .isEqualTo(1);
    Path edited =
        Files.writeString(
            folder.resolve("edited.jsonl"),
            Files.readString(export).replaceFirst("on-call", "nobody"));
    CommandRun broken =
        CommandRun.of("audit", "verify", edited.toString(), "--key", pem.toString());
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).startsWith("Broken at line ");
    assertThat(CommandRun.of("audit", "verify", folder.resolve("none").toString()).code())
        .isEqualTo(1);
    assertThat(as("view-token", "audit", "export").out()).contains("inquest-audit-export/1");
  }
}
