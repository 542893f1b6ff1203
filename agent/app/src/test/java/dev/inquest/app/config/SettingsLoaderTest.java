package dev.inquest.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file and the environment say, and what stops the start. */
class SettingsLoaderTest {
  @TempDir Path folder;

  @Test
  void theEnvironmentGoesOverTheFile() throws IOException {
    Settings settings =
        load(
            """
            server: {port: 9000}
            inquest:
              home: /srv/inquest
              intake: {alertmanager: {token: of-the-file}}
            """,
            Map.of("INQUEST_INTAKE_ALERTMANAGER_TOKEN", "of-the-environment"));

    assertThat(settings.get("inquest.intake.alertmanager.token")).hasValue("of-the-environment");
    assertThat(settings.port("server.port", 8080)).isEqualTo(9000);
    assertThat(settings.home()).isEqualTo(Path.of("/srv/inquest"));
  }

  @ParameterizedTest
  @CsvSource({
    "INQUEST_GATE_GITLAB_WRITE_TOKEN, inquest.gate.gitlab.write-token",
    "INQUEST_GATE_GITLAB_WRITETOKEN, inquest.gate.gitlab.write-token",
    "INQUEST_SERVICES_1_NAME, inquest.services[1].name",
    "INQUEST_CONNECTORS_POSTGRESQL_DATABASES_0_URL, inquest.connectors.postgresql.databases[0].url"
  })
  void keysAreKnownInSpringsRelaxedForm(String variable, String key) {
    assertThat(KeyList.inEnvironment(variable)).map(KeyList.Match::name).hasValue(key);
  }

  @Test
  void aSecretMayStandInAFileOfItsOwn() throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "from-its-file\n");

    Settings byEnvironment = load("{}", Map.of("INQUEST_OTLP_TOKEN_FILE", secret.toString()));
    Settings byFile = load("inquest: {otlp: {token-file: '" + secret + "'}}", Map.of());

    assertThat(byEnvironment.get("inquest.otlp.token")).hasValue("from-its-file");
    assertThat(byFile.get("inquest.otlp.token")).hasValue("from-its-file");
  }

  @Test
  void aPlaceholderIsAVariableOfTheEnvironment() throws IOException {
    Settings settings =
        load(
            """
            inquest:
              intake: {alertmanager: {token: "${AM_TOKEN}"}}
              connectors: {prometheus: {url: "http://${PROM_HOST:localhost}:9090"}}
            """,
            Map.of("AM_TOKEN", "se$cret${not-again}"));

    assertThat(settings.get("inquest.intake.alertmanager.token")).hasValue("se$cret${not-again}");
    assertThat(settings.get("inquest.connectors.prometheus.url")).hasValue("http://localhost:9090");
  }

  @Test
  void allThatIsWrongIsSaidAtOnceWithItsPlaceAndItsFix() {
    List<String> said =
        problems(
            """
            inquest:
              moed: observe
              mode: destroy
              otlp: {token: "${NOT_SET_ANYWHERE}"}
            """,
            Map.of("INQUEST_OTLP_TOKEN_FILE", "/nowhere/token", "INQUEST_GAET_PORT", "1"));

    assertThat(said)
        .hasSize(5)
        .anySatisfy(p -> assertThat(p).contains("inquest.moed", ":2", "did you mean inquest.mode"))
        .anySatisfy(p -> assertThat(p).contains("inquest.mode", "no such mode", ":3"))
        .anySatisfy(p -> assertThat(p).contains("inquest.otlp.token", "NOT_SET_ANYWHERE", ":4"))
        .anySatisfy(p -> assertThat(p).contains("/nowhere/token", "cannot be read"))
        .anySatisfy(p -> assertThat(p).contains("INQUEST_GAET_PORT"));
  }

  @Test
  void whatIsNotYamlIsSaidWithItsLineAndWithoutItsValues() {
    List<String> said = problems("inquest:\n  otlp: {token: hunter2\n  mode: x\n", Map.of());

    assertThat(said).singleElement().asString().contains("line ").doesNotContain("hunter2");
  }

  @Test
  void anApproversTokenNeedsItsPersonAndSomeLength() {
    List<String> said =
        problems("inquest: {api: {tokens: [{name: ci, token: short, role: approver}]}}", Map.of());

    assertThat(said)
        .anySatisfy(p -> assertThat(p).contains("tokens[0].person"))
        .anySatisfy(p -> assertThat(p).contains("tokens[0].token", "16"));
  }

  private Settings load(String yaml, Map<String, String> environment) throws IOException {
    return SettingsLoader.load(Files.writeString(folder.resolve("inquest.yml"), yaml), environment);
  }

  private List<String> problems(String yaml, Map<String, String> environment) {
    ConfigException thrown =
        catchThrowableOfType(ConfigException.class, () -> load(yaml, environment));
    assertThat(thrown).isNotNull();
    return thrown.problems().stream().map(ConfigProblem::toString).toList();
  }
}
