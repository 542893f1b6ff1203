package dev.inquest.app.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyCommandTest {
  private static final String SQL =
      """
      SET lock_timeout = '5s';
      DROP INDEX CONCURRENTLY IF EXISTS orders_email;
      CREATE INDEX CONCURRENTLY orders_email ON orders (email);
      """;

  @TempDir private Path folder;

  @Test
  void showsThePolicyThatIsBuiltIn() {
    CommandRun run = CommandRun.of("policy", "test", "-o", "json");

    assertThat(run.code()).isZero();
    JsonNode policy = run.json().get("policy");
    assertThat(policy.get("shapes").get("migration").asString()).isEqualTo("medium");
    assertThat(policy.get("approve").get(2).get("people").asInt()).isEqualTo(2);
  }

  @Test
  void aGoodMigrationIsAskedOfWhoMayApprove() throws IOException {
    CommandRun run = CommandRun.of("policy", "test", proposal(SQL, "db/V2__index.sql", "medium"));

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("people are asked", "Risk medium: 1 person must approve", "operator")
        .contains("not checked  that its version is above every other");
  }

  @Test
  void whatTheAgentStatesRaisesTheRiskAndTheApproversNeeded() throws IOException {
    String file = proposal(SQL, "db/V2__index.sql", "high");

    CommandRun run = CommandRun.of("policy", "test", file, "-o", "json");

    JsonNode judged = run.json().get("proposals").get(0);
    assertThat(judged.get("risk").asString()).isEqualTo("high");
    assertThat(judged.get("approvers").asInt()).isEqualTo(2);
    assertThat(judged.get("notTheAuthor").asBoolean()).isTrue();
  }

  @Test
  void sqlThatDoesMoreIsRefused() throws IOException {
    String file = proposal(SQL + "DROP TABLE orders;", "db/V2__index.sql", "low");

    CommandRun run = CommandRun.of("policy", "test", file);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("refused", "sql-refused: ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void forbiddenPathsAreRefused() throws IOException {
    CommandRun run = CommandRun.of("policy", "test", proposal(SQL, ".github/V2__x.sql", "low"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("path-forbidden");
  }

  @Test
  void nonsenseIsRefusedNotCrashedOn() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"kind\": 7");

    CommandRun run = CommandRun.of("policy", "test", file.toString());

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("request-malformed");
  }

  @Test
  void theModeOfTheServiceMapCounts() throws IOException {
    String config =
        CommandRun.config(
            folder, "inquest: {home: HOME, services: [{name: orders, mode: observe}]}");

    CommandRun run =
        CommandRun.of(
            "policy", "test", "--config", config, proposal(SQL, "db/V2__index.sql", "low"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("mode-observe");
  }

  @Test
  void anInvalidPolicyIsAFailureWithEveryComplaint() throws IOException {
    Path policy =
        Files.writeString(folder.resolve("p.yml"), "version: 2\nexpiry: soon\nextra: true\n");

    CommandRun run = CommandRun.of("policy", "test", policy.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("version", "expiry", "extra");
  }

  private String proposal(String sql, String path, String risk) throws IOException {
    Map<String, Object> request =
        Map.ofEntries(
            Map.entry("kind", "migration"),
            Map.entry("incident", "inc-1"),
            Map.entry("service", "orders"),
            Map.entry("baseSha", "0123456789012345678901234567890123456789"),
            Map.entry(
                "files",
                List.of(
                    Map.of("path", path, "content", sql),
                    Map.of("path", path + ".conf", "content", "executeInTransaction=false\n"))),
            Map.entry("message", "Index orders by email"),
            Map.entry("title", "Index orders by email"),
            Map.entry("description", "The query scans the table."),
            Map.entry("rollback", "DROP INDEX CONCURRENTLY orders_email;"),
            Map.entry("evidence", List.of("e1")),
            Map.entry("stated", Map.of("risk", risk)));
    Path file = folder.resolve("proposal.json");
    return Files.writeString(file, JsonMapper.shared().writeValueAsString(request)).toString();
  }
}
