package dev.inquest.app.cli.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.cli.SilentServer;
import dev.inquest.app.testing.AppDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers: a database with a good and a bad role, a refused port, a server that is silent. */
class ConnectorsCommandIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static String url = "";

  @TempDir private Path folder;

  @BeforeAll
  static void makeRoles() {
    AppDatabase database = AppDatabase.fresh();
    url = database.owner().url();
    database.asAdministrator(
        "CREATE TABLE verified (id int)",
        "CREATE ROLE witness_good LOGIN",
        "GRANT pg_read_all_stats TO witness_good",
        "GRANT SELECT ON verified TO witness_good",
        "CREATE ROLE witness_bad LOGIN",
        "GRANT SELECT, INSERT ON verified TO witness_bad");
  }

  @Test
  void listsWhatIsOnWithoutAskingAnybody() {
    CommandRun run = CommandRun.of("connectors", "list", "--config", prometheus(1), "-o", "json");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "{\"name\":\"prometheus\",\"role\":\"agent\",\"configured\":true,"
                + "\"where\":[\"http://127.0.0.1:1\"]")
        .contains("\"name\":\"slack\",\"role\":\"gate\",\"configured\":false");
  }

  @Test
  void neverShowsASecret() {
    String config =
        CommandRun.config(
            folder,
            "inquest: {home: HOME, connectors: {prometheus: {url: 'http://me:hunter2@h:9', token:"
                + " hunter3}}}");

    CommandRun list = CommandRun.of("connectors", "list", "--config", config);
    CommandRun verify = CommandRun.of("connectors", "verify", "--config", config);

    assertThat(list.out() + list.err() + verify.out() + verify.err()).doesNotContain("hunter");
  }

  @Test
  void aRoleThatCanOnlyReadIsProved() {
    CommandRun run = verify(postgresql(url, "witness_good"));

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("agent postgresql", "proved unable to be written to");
  }

  @Test
  void aRoleThatCanWriteIsAProblemWithTheGrantToDrop() {
    CommandRun run = verify(postgresql(url, "witness_bad"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("1 problem")
        .contains("shop: ", "→ REVOKE INSERT ON public.verified FROM witness_bad;");
  }

  @Test
  void aRefusedPortIsAComplaintWithAFix() {
    int port = SilentServer.refusedPort();

    CommandRun run = verify(postgresql("jdbc:postgresql://127.0.0.1:" + port + "/x", "nobody"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("problem", "shop: ", "→ ");
    assertThat(run.err()).doesNotContain("Exception");
  }

  @Test
  void aSilentDatabaseIsGivenUp() {
    try (SilentServer silent = new SilentServer()) {
      String silence = "jdbc:postgresql://127.0.0.1:" + silent.port() + "/x";

      CommandRun run = inTime(postgresql(silence, "nobody"));

      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).contains("shop: ");
    }
  }

  @Test
  void aSilentPrometheusIsGivenUp() {
    try (SilentServer silent = new SilentServer()) {
      CommandRun run = inTime(prometheus(silent.port()));

      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out()).contains("agent prometheus", "→ See that Prometheus runs at");
    }
  }

  @Test
  void oneWrongBlockStopsNoOther() {
    String config =
        CommandRun.config(
            folder,
            """
            inquest:
              home: HOME
              connectors:
                gitlab: {url: 'http://gitlab.example.org', read-token: x}
                postgresql:
                  databases: [{name: shop, url: '%s', username: witness_good}]
            """
                .formatted(url));

    CommandRun run = verify(config);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("agent gitlab", "https://", "proved unable to be written to");
  }

  @Test
  void slackOfAnotherWorkspaceIsUnreachableHereAndSaysSo() {
    int port = SilentServer.refusedPort();
    String config =
        CommandRun.config(
            folder,
            "inquest: {home: HOME, slack: {bot-token: xoxb-1, channel: C1, team: T1, api-url:"
                + " 'http://127.0.0.1:"
                + port
                + "/'}}");

    CommandRun run = verify(config);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("gate slack", "auth.test did not answer");
  }

  @Test
  void withNothingConfiguredThereIsNothingWrong() {
    CommandRun run = verify(CommandRun.config(folder, "inquest: {home: HOME}"));

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("No connector is configured.");
  }

  @Test
  void aBlockThatIsBegunAndOffIsNamed() {
    CommandRun run =
        verify(
            CommandRun.config(
                folder, "inquest: {home: HOME, slack: {signing-secret: 8f742231b10e8888}}"));

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("1 warning").contains("gate slack", "inquest.slack.bot-token");
  }

  private CommandRun inTime(String config) {
    long started = System.nanoTime();
    CommandRun run = verify(config);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(PATIENCE);
    return run;
  }

  private static CommandRun verify(String config) {
    return CommandRun.of("connectors", "verify", "--config", config);
  }

  private String prometheus(int port) {
    return CommandRun.config(
        folder,
        "inquest: {home: HOME, connectors: {prometheus: {url: 'http://127.0.0.1:" + port + "'}}}");
  }

  private String postgresql(String jdbc, String role) {
    return CommandRun.config(
        folder,
        """
        inquest:
          home: HOME
          connectors:
            postgresql:
              databases: [{name: shop, url: '%s', username: %s, password: trusted}]
        """
            .formatted(jdbc, role));
  }
}
