package dev.inquest.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @ParameterizedTest
  @ValueSource(strings = {"doctor", "migrate", "purge", "connectors", "playbooks", "policy"})
  void everyCommandHelps(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: inquest " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aMisspeltCommandIsUsageAndSaysNothingOnStdout() {
    CommandRun run = CommandRun.of("docter");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("doctor");
  }

  @Test
  void aConfigurationThatCannotBeReadIsAFailure() {
    CommandRun run = CommandRun.of("connectors", "list", "--config", "/no/such/inquest.yml");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("/no/such/inquest.yml: it cannot be read.");
  }
}
