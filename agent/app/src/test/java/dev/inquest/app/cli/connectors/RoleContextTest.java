package dev.inquest.app.cli.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import dev.inquest.app.config.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one role is asked with, the other's context cannot even read. */
class RoleContextTest {
  @TempDir private Path folder;

  @Test
  void eachRoleHasItsOwnKeysAndConnectors() {
    Settings settings = settings();

    try (RoleContext agent = RoleContext.open(Role.AGENT, settings);
        RoleContext gate = RoleContext.open(Role.GATE, settings)) {
      assertThat(agent.property("inquest.connectors.gitlab.read-token")).isEqualTo("read");
      assertThat(agent.property("inquest.gate.gitlab.write-token")).isNull();
      assertThat(agent.property("inquest.slack.bot-token")).isNull();
      assertThat(gate.property("inquest.gate.gitlab.write-token")).isEqualTo("write");
      assertThat(gate.property("inquest.connectors.gitlab.read-token")).isNull();
      assertThat(names(agent)).contains("gitlab").doesNotContain("slack");
      assertThat(names(gate)).contains("gitlab", "slack");
    }
  }

  @Test
  void theEnvironmentIsNotReadPastTheSettings() {
    try (RoleContext agent = RoleContext.open(Role.AGENT, settings())) {
      assertThat(agent.property("PATH")).isNull();
      assertThat(agent.property("java.home")).isNull();
    }
  }

  private static List<String> names(RoleContext context) {
    return context.connectors().stream().map(RoleContext.Named::name).toList();
  }

  private Settings settings() {
    String file =
        CommandRun.config(
            folder,
            """
            inquest:
              home: HOME
              connectors:
                gitlab: {url: 'https://gitlab.example.org', read-token: read}
              gate:
                gitlab: {url: 'https://gitlab.example.org', write-token: write}
              slack: {bot-token: xoxb-1, channel: C1}
            """);
    return SettingsLoader.load(Path.of(file), Map.of());
  }
}
