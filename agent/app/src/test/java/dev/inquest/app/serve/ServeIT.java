package dev.inquest.app.serve;

import static dev.inquest.app.testing.AlertBodies.firing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.testing.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may do to {@code inquest serve}: stop it, kill parts of it, kill it whole. */
class ServeIT {
  /** Looks like a placeholder and is none: secrets are taken as they stand. */
  private static final String TOKEN = "a${token}-of-the-sender";

  private static final String WRITE_TOKEN = "glpat-only-the-gate-may-know";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "INQUEST_INTAKE_ALERTMANAGER_TOKEN",
          TOKEN,
          "INQUEST_GATE_GITLAB_WRITE_TOKEN",
          WRITE_TOKEN,
          "INQUEST_GATE_GITLAB_URL",
          "http://127.0.0.1:9");
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void killedPartsComeBackAndNothingIsLostOrLeft() throws Exception {
    Path home = folder.resolve("home");
    List<ProcessHandle> killed;
    try (Serving first = Serving.start(home, ENVIRONMENT).awaitReady()) {
      theAgentIsGivenNoKeyOfTheGate(first);
      nobodyElseMayLookIn(home);
      aKilledAgentIsStartedAgain(first);
      assertThat(first.alert(TOKEN, firing("Kept", "shop", "2026-07-11T13:31:00Z"))).isEqualTo(202);
      killed = first.family();
      List<ProcessHandle> children = killed.stream().filter(ServeIT::isInquest).toList();
      assertThat(children).hasSize(2);
      first.process().destroyForcibly().waitFor();
      Until.holds(
          "the children have noticed",
          LONGEST,
          () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    try (Serving second = Serving.start(home, ENVIRONMENT).awaitReady()) {
      assertThat(killed.stream().filter(ProcessHandle::isAlive).map(Serving::line)).isEmpty();
      assertThat(second.body("/api/v1/deliveries")).contains("\"source\":\"alertmanager\"");
      theKeptAlertIsUnderstoodOnce(second);
      List<ProcessHandle> all = second.family();
      second.process().destroy();
      assertThat(second.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(all.stream().filter(ProcessHandle::isAlive).map(Serving::line)).isEmpty();
    }
  }

  private static void theAgentIsGivenNoKeyOfTheGate(Serving serving) throws IOException {
    for (ProcessHandle process : serving.family()) {
      if (process.pid() != serving.process().pid()) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        assertThat(Files.readString(proc.resolve("environ"))).doesNotContain(WRITE_TOKEN, TOKEN);
        assertThat(Files.readString(proc.resolve("cmdline"))).doesNotContain(WRITE_TOKEN, TOKEN);
      }
    }
    assertThat(serving.said()).doesNotContain(WRITE_TOKEN, TOKEN);
  }

  private static void nobodyElseMayLookIn(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      assertThat(files).isNotEmpty();
    }
    for (Path inner : List.of(home.resolve("secrets"), home.resolve("postgres/data"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
          .as(inner.getFileName().toString())
          .isEqualTo("rwx------");
    }
    try (Stream<Path> secrets = Files.list(home.resolve("secrets"))) {
      assertThat(secrets)
          .isNotEmpty()
          .allSatisfy(s ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(s)))
                  .isEqualTo("rw-------"));
    }
  }

  private static void aKilledAgentIsStartedAgain(Serving serving) {
    ProcessHandle agent = serving.child("agent");
    agent.destroyForcibly();
    Until.holds(
        "another agent answers",
        Duration.ofMinutes(2),
        () ->
            serving.find("agent").filter(a -> a.pid() != agent.pid()).isPresent()
                && serving.status("/actuator/health/readiness") == 200);
  }

  /** The bytes were promised with the 202; what they say may be read only after the restart. */
  private static void theKeptAlertIsUnderstoodOnce(Serving serving) {
    String alerts = "/api/v1/alerts?label.alertname=Kept";
    Until.holds(
        "the kept alert is read", LONGEST, () -> serving.says(alerts, "\"alertname\":\"Kept\""));
    assertThat(serving.says(alerts, "\"deliveries\":1")).isTrue();
  }

  private static boolean isInquest(ProcessHandle process) {
    return Serving.line(process).contains("--supervised");
  }
}
