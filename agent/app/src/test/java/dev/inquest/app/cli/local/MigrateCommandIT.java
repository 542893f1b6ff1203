package dev.inquest.app.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.cli.SilentServer;
import dev.inquest.app.testing.AppDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandIT {
  @TempDir private Path folder;

  @Test
  void migratesOnceAndThenFindsNothingToDo() {
    String config = config(AppDatabase.unmigrated().owner().url(), "inquest_owner");

    CommandRun first = migrate(config);
    CommandRun second = migrate(config);

    assertThat(first.code()).isZero();
    assertThat(first.json().get("ran").asInt()).isPositive();
    assertThat(second.code()).isZero();
    assertThat(second.json().get("ran").asInt()).isZero();
  }

  /** The chart's job is told its login this way. */
  @Test
  void takesTheLoginOfItsOwnDataSource() {
    String config =
        CommandRun.config(
            folder,
            """
            spring: {datasource: {url: '%s', username: inquest_owner, password: x}}
            inquest: {home: HOME}
            """
                .formatted(AppDatabase.unmigrated().owner().url()));

    assertThat(migrate(config).json().get("role").asString()).isEqualTo("inquest_owner");
  }

  @Test
  void aServerThatRefusesIsAFailureInOneSentence() {
    int port = SilentServer.refusedPort();

    CommandRun run = migrate(config("jdbc:postgresql://127.0.0.1:" + port + "/x", "inquest_owner"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("cannot sign in at inquest_owner@").doesNotContain("\tat ");
  }

  @Test
  void aServerThatIsSilentIsGivenUp() {
    try (SilentServer silent = new SilentServer()) {
      long started = System.nanoTime();

      CommandRun run = migrate(config("jdbc:postgresql://127.0.0.1:" + silent.port() + "/x", "o"));

      assertThat(run.code()).isEqualTo(1);
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void aMissingPasswordIsNamed() {
    String config =
        CommandRun.config(folder, "spring: {datasource: {url: 'jdbc:postgresql://127.0.0.1/x'}}");

    CommandRun run = migrate(config);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("inquest.database.owner.password");
  }

  private static CommandRun migrate(String config) {
    return CommandRun.of("migrate", "--config", config, "-o", "json");
  }

  private String config(String url, String role) {
    return CommandRun.config(
        folder,
        """
        spring: {datasource: {url: '%s'}}
        inquest: {home: HOME, database: {owner: {username: %s, password: trusted}}}
        """
            .formatted(url, role));
  }
}
