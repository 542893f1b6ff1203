package dev.inquest.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of the other role is found however it is spelt and wherever it stands. */
class ForeignSpellingsTest {
  @TempDir Path folder;

  private static List<String> foreignToTheAgent(Settings settings) {
    return SettingsRules.foreignTo(Role.AGENT, settings).stream().map(ConfigProblem::key).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inquest_gate_warrant_key",
        "Inquest_Gate_WarrantKey",
        "INQUEST_GATE_WARRANTKEY",
        "INQUEST_GATE_WARRANT_KEY"
      })
  void aVariableInAnySpellingIsForeign(String variable) {
    assertThat(foreignToTheAgent(SettingsLoader.load(null, Map.of(variable, "secret"))))
        .containsExactly("inquest.gate.warrant-key");
  }

  @Test
  void aKeyOfTheFileInAnySpellingIsForeign() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("inquest.yml"), "inquest:\n  gate:\n    warrantKey: secret\n");
    assertThat(foreignToTheAgent(SettingsLoader.load(file, Map.of())))
        .containsExactly("inquest.gate.warrant-key");
  }

  @Test
  void aSecretNamedByAFileIsForeignAndNotTold() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
    Settings settings =
        SettingsLoader.load(null, Map.of("INQUEST_SLACK_SIGNING_SECRET_FILE", secret.toString()));
    assertThat(foreignToTheAgent(settings)).containsExactly("inquest.slack.signing-secret");
    assertThat(SettingsRules.foreignTo(Role.AGENT, settings).toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SPRING_APPLICATION_JSON", "spring_config_import", "SPRING_CONFIG_LOCATION"})
  void keysGoNoWayPastTheChecks(String variable) {
    assertThatThrownBy(() -> SettingsLoader.load(null, Map.of(variable, "{}")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(variable.toUpperCase(Locale.ROOT));
  }
}
