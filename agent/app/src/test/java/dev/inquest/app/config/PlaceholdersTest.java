package dev.inquest.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholdersTest {
  private static final String TOKEN = "inquest.intake.alertmanager.token";

  @TempDir Path folder;

  @Test
  void theEnvironmentIsPutIntoTheFilesValues() throws IOException {
    Settings settings =
        load(
            """
            inquest:
              intake: {alertmanager: {token: "${AM_TOKEN}"}}
              mode: ${MODE:propose}
              slack: {channel: "a${NONE:}b"}
            spring: {datasource: {url: "jdbc:postgresql://${HOST}/inquest"}}
            """,
            Map.of("AM_TOKEN", "from $1 the \\ environment", "HOST", "db.example.com"));

    assertThat(settings.get(TOKEN)).hasValue("from $1 the \\ environment");
    assertThat(settings.get("inquest.mode")).hasValue("propose");
    assertThat(settings.get("inquest.slack.channel")).hasValue("ab");
    assertThat(settings.databaseUrl()).isEqualTo("jdbc:postgresql://db.example.com/inquest");
  }

  @Test
  void whatTheEnvironmentLacksStopsTheStartAndIsNamed() {
    assertThatThrownBy(() -> load("inquest.intake.alertmanager.token: ${AM_TOKEN}", Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(TOKEN)
        .hasMessageContaining("AM_TOKEN")
        .hasMessageContaining("inquest.yml:1");
  }

  @Test
  void theContentOfASecretsFileStaysAsItIs() throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "pa${AM_TOKEN}ss\n");
    Settings settings =
        load("inquest.intake.alertmanager.token-file: " + secret, Map.of("AM_TOKEN", "x"));

    assertThat(settings.get(TOKEN)).hasValue("pa${AM_TOKEN}ss");
  }

  private Settings load(String yaml, Map<String, String> environment) throws IOException {
    return SettingsLoader.load(Files.writeString(folder.resolve("inquest.yml"), yaml), environment);
  }
}
