package dev.inquest.app.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.cli.SilentServer;
import dev.inquest.app.testing.AppDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandIT {
  private static final String QUIET_PORTS =
      "server: {port: 0}\ninquest:\n  home: HOME\n  gate: {port: 0}\n";

  @TempDir private Path folder;

  @Test
  void withNothingConfiguredThereIsAdviceAndNoProblem() {
    CommandRun run = doctor(QUIET_PORTS, "text");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("no alert can come in", "→ Set inquest.intake.alertmanager.token")
        .contains("separated by database role and by environment only")
        .contains("Inquest runs its own PostgreSQL");
    assertThat(run.err()).doesNotContain("Exception");
  }

  @Test
  void everyUnknownKeyIsAProblemAndTheRestIsStillLookedAt() {
    CommandRun run =
        doctor(
            QUIET_PORTS + "  intake: {alertmanger: {token: 0123456789abcdef}}\n  mode: act\n",
            "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(whats(run, "problem"))
        .anyMatch(what -> what.startsWith("inquest.intake.alertmanger.token: there is no such key"))
        .anyMatch(what -> what.startsWith("inquest.mode: there is no such mode"));
    assertThat(whats(run, "ok")).anyMatch(what -> what.startsWith("Java 25"));
  }

  @Test
  void aTakenPortIsAProblem() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      CommandRun run =
          doctor(QUIET_PORTS.replaceFirst("port: 0", "port: " + taken.getLocalPort()), "json");

      assertThat(run.code()).isEqualTo(3);
      assertThat(whats(run, "problem"))
          .containsExactly("port " + taken.getLocalPort() + " is taken by another program.");
    }
  }

  @Test
  void aDatabaseWithItsThreeRolesIsInOrder() {
    CommandRun run = doctor(QUIET_PORTS + database(AppDatabase.fresh().owner().url()), "json");

    assertThat(run.code()).isZero();
    assertThat(whats(run, "ok"))
        .contains(
            "its schemas are up to date.",
            "its clock and this machine's agree.",
            "inquest_agent and inquest_gate cannot do each other's work.")
        .anyMatch(what -> what.startsWith("inquest_gate@"));
  }

  @Test
  void aGrantAcrossTheRolesIsAProblemWithTheRevoke() {
    AppDatabase database = AppDatabase.fresh();
    database.asAdministrator("GRANT INSERT ON gate.decision TO inquest_agent");

    CommandRun run = doctor(QUIET_PORTS + database(database.owner().url()), "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(whats(run, "problem")).containsExactly("inquest_agent may INSERT on gate.decision.");
    assertThat(run.out()).contains("REVOKE INSERT ON gate.decision FROM inquest_agent;");
  }

  @Test
  void aDatabaseBehindItsMigrationsIsAWarning() {
    CommandRun run = doctor(QUIET_PORTS + database(AppDatabase.unmigrated().owner().url()), "json");

    assertThat(whats(run, "warning")).anyMatch(what -> what.contains("migrations wait"));
  }

  @Test
  void aSilentDatabaseIsGivenUp() {
    try (SilentServer silent = new SilentServer()) {
      long started = System.nanoTime();

      CommandRun run =
          doctor(
              QUIET_PORTS + database("jdbc:postgresql://127.0.0.1:" + silent.port() + "/x"),
              "json");

      assertThat(run.code()).isEqualTo(3);
      assertThat(whats(run, "problem")).hasSize(3).allMatch(w -> w.contains("cannot be reached"));
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(40));
    }
  }

  @Test
  void keysAndSecretsThatOthersMayReadAreNamed() throws IOException {
    Path secrets = Files.createDirectories(folder.resolve("home/secrets"));
    Path gate = Files.createDirectories(folder.resolve("home/gate"));
    open(Files.writeString(secrets.resolve("x.password"), "x"));
    open(Files.writeString(gate.resolve("warrant-key.pem"), "x"));

    CommandRun run = doctor(QUIET_PORTS, "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(whats(run, "problem"))
        .anyMatch(what -> what.startsWith("others may read") && what.contains("x.password"))
        .anyMatch(what -> what.contains("the key that signs warrants"));
  }

  @Test
  void slackIsExplainedKeyByKey() {
    CommandRun run =
        doctor(QUIET_PORTS + "  slack: {signing-secret: 0123456789, app-token: xapp-1}\n", "json");

    assertThat(whats(run, "warning"))
        .contains(
            "inquest.slack.team is missing, so every click is refused with 403.",
            "no approver has a Slack user, so every click is refused with 403.",
            "inquest.slack.app-token is not used: Socket Mode is not supported.");
  }

  @Test
  void theServiceMapIsReadForGapsGuessesAndContradictions() {
    CommandRun run =
        doctor(
            QUIET_PORTS
                + """
                  services:
                    - {name: orders, aliases: [shop], repository: /srv/orders.git, mode: propose, databases: [main]}
                    - {name: shop}
                """,
            "json");

    assertThat(whats(run, "problem"))
        .anyMatch(w -> w.startsWith("two services go by the name shop"));
    assertThat(whats(run, "warning")).anyMatch(w -> w.startsWith("orders uses the database main"));
    assertThat(whats(run, "note"))
        .anyMatch(w -> w.startsWith("orders: guessed that it is deployed from branch main"))
        .anyMatch(w -> w.startsWith("shop: diagnosed and reported; nothing is proposed"));
  }

  @Test
  void anInvalidPolicyIsAProblem() throws IOException {
    Path policy = Files.writeString(folder.resolve("policy.yml"), "version: 9\n");

    CommandRun run =
        doctor(
            QUIET_PORTS.replace("gate: {port: 0", "gate: {port: 0, policy: '" + policy + "'"),
            "json");

    assertThat(run.code()).isEqualTo(3);
    assertThat(whats(run, "problem")).anyMatch(w -> w.contains("policy.yml is not valid"));
  }

  private static void open(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static List<String> whats(CommandRun run, String level) {
    return StreamSupport.stream(run.json().get("findings").spliterator(), false)
        .filter(finding -> finding.get("level").asString().equals(level))
        .map(finding -> finding.get("what").asString())
        .toList();
  }

  private static String database(String url) {
    return """
      database: {owner: {password: x}, agent: {password: x}, gate: {password: x}}
    spring: {datasource: {url: '%s'}}
    """
        .formatted(url);
  }

  private CommandRun doctor(String yaml, String format) {
    return CommandRun.of("doctor", "--config", CommandRun.config(folder, yaml), "-o", format);
  }
}
