package dev.inquest.lab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import dev.inquest.app.config.Role;
import dev.inquest.app.config.Settings;
import dev.inquest.app.config.SettingsLoader;
import dev.inquest.app.config.SettingsRules;
import dev.inquest.lab.docs.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartIT {
  private static Manifests chart;

  @TempDir Path folder;

  @BeforeAll
  static void render() {
    chart = new Manifests(template().call());
  }

  @Test
  void lintsStrictly() {
    LintResult result = new Helm(path()).lint().strict().call();
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void eachPartRefersToItsOwnSecretsAndToNoOther() {
    assertThat(Manifests.secrets(chart.named("Deployment", "it-agent")))
        .containsExactlyInAnyOrder("inquest-agent", "inquest-db-agent");
    assertThat(Manifests.secrets(chart.named("Deployment", "it-gate")))
        .containsExactlyInAnyOrder("inquest-gate", "inquest-db-gate", "inquest-gate-warrant");
    assertThat(Manifests.secrets(chart.named("Job", "it-migrate")))
        .containsExactly("inquest-db-owner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"it-agent", "it-gate"})
  void eachHasAnAccountOfItsOwnWithoutAToken(String part) {
    Map<String, Object> deployment = chart.named("Deployment", part);
    assertThat(Manifests.at(Manifests.pod(deployment), "serviceAccountName")).isEqualTo(part);
    assertThat(Manifests.at(Manifests.pod(deployment), "automountServiceAccountToken"))
        .isEqualTo(false);
    assertThat(chart.named("ServiceAccount", part))
        .containsEntry("automountServiceAccountToken", false);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void eachStartsWithWhatItIsGiven(Role role) throws IOException {
    Settings settings = settings(role);
    assertThat(SettingsRules.foreignTo(role, settings)).isEmpty();
    assertThat(settings.databaseUrl()).isEqualTo("jdbc:postgresql://db.example.com:5432/inquest");
    assertThat(settings.get("inquest.mode")).hasValue("propose");
    boolean agent = role == Role.AGENT;
    assertThat(settings.get("inquest.connectors.prometheus.url").isPresent()).isEqualTo(agent);
    assertThat(settings.get("inquest.public-url").isPresent()).isEqualTo(agent);
    assertThat(settings.get("inquest.slack.channel").isPresent()).isEqualTo(!agent);
    assertThat(settings.get("inquest.gate.warrant-key").isPresent()).isEqualTo(!agent);
  }

  /** As the pod would: its file, its environment, its secrets' files. */
  private Settings settings(Role role) throws IOException {
    Map<String, Object> map = chart.named("ConfigMap", "it-" + role.wire() + "-config");
    Path file =
        Files.writeString(
            folder.resolve("inquest.yml"),
            String.valueOf(Manifests.at(map, "data", "inquest.yml")));
    Files.writeString(folder.resolve("warrant.key"), "key");
    Map<String, String> environment = new LinkedHashMap<>();
    Object container = Manifests.container(chart.named("Deployment", "it-" + role.wire()));
    for (Object variable : (List<?>) Manifests.required(Manifests.at(container, "env"))) {
      Object value = Manifests.at(variable, "value");
      environment.put(
          String.valueOf(Manifests.at(variable, "name")),
          value == null
              ? "from a secret"
              : value.toString().replace("/etc/inquest-warrant", folder.toString()));
    }
    return SettingsLoader.load(file, environment);
  }

  @Test
  void theMigrationRunsAsTheOwnerAndBeforeAllElse() {
    assertThat(Manifests.at(Manifests.container(chart.named("Job", "it-migrate")), "args"))
        .isEqualTo(List.of("migrate", "--config", "/etc/inquest/inquest.yml"));
    assertThat(
            Manifests.at(
                Manifests.pod(chart.named("Job", "it-migrate")), "automountServiceAccountToken"))
        .isEqualTo(false);

    // helm-java's template leaves hooks out: by default the job and its file are among them.
    Manifests standard = new Manifests(template().set("migration.hook", true).call());
    assertThat(standard.has("Job", "it-migrate")).isFalse();
    assertThat(standard.has("ConfigMap", "it-migrate-config")).isFalse();
    assertThat(standard.has("ConfigMap", "it-agent-config")).isTrue();
    assertThat(Checkout.read(path().resolve("templates/migrate.yaml")))
        .contains("helm.sh/hook: pre-install,pre-upgrade", "hook-weight: \"-5\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"it-agent", "it-gate"})
  void eachIsProbedAndServed(String part) {
    Map<String, Object> deployment = chart.named("Deployment", part);
    Object container = Manifests.container(deployment);
    assertThat(Manifests.at(container, "readinessProbe", "httpGet", "path"))
        .isEqualTo("/actuator/health/readiness");
    assertThat(Manifests.at(container, "livenessProbe", "httpGet", "path"))
        .isEqualTo("/actuator/health/liveness");
    Map<String, Object> service = chart.named("Service", part);
    assertThat(Manifests.at(service, "spec", "selector"))
        .isEqualTo(Manifests.at(deployment, "spec", "template", "metadata", "labels"))
        .isEqualTo(Manifests.at(deployment, "spec", "selector", "matchLabels"));
    assertThat(String.valueOf(Manifests.at(service, "spec", "ports"))).contains("targetPort=http");
    assertThat(String.valueOf(Manifests.at(container, "ports")))
        .contains("name=http", part.equals("it-agent") ? "8080" : "8081");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Deployment it-agent", "Deployment it-gate", "Job it-migrate"})
  void eachRunsWithLittle(String object) {
    String[] kindAndName = object.split(" ", -1);
    Map<String, Object> found = chart.named(kindAndName[0], kindAndName[1]);
    assertThat(Manifests.at(Manifests.pod(found), "securityContext", "runAsNonRoot"))
        .isEqualTo(true);
    assertThat(Manifests.at(Manifests.pod(found), "securityContext", "seccompProfile", "type"))
        .isEqualTo("RuntimeDefault");
    assertThat(Manifests.at(Manifests.container(found), "securityContext"))
        .isEqualTo(
            Map.of(
                "allowPrivilegeEscalation",
                false,
                "readOnlyRootFilesystem",
                true,
                "capabilities",
                Map.of("drop", List.of("ALL"))));
  }

  @Test
  void missingValuesAreNamed() {
    assertThatThrownBy(() -> new Helm(path()).template().withName("it").call())
        .hasMessageContaining("image.repository");
  }

  private static TemplateCommand template() {
    return new Helm(path())
        .template()
        .withName("it")
        .set("migration.hook", false)
        .set("image.repository", "registry.example.com/inquest")
        .set("database.url", "jdbc:postgresql://db.example.com:5432/inquest")
        .set("config.inquest.mode", "propose")
        .set("agent.publicUrl", "https://inquest.example.com")
        .set("agent.config.inquest.connectors.prometheus.url", "https://prometheus.example.com")
        .set("gate.config.inquest.slack.channel", "C0123456789")
        .set("gate.publicUrl", "https://gate.example.com");
  }

  private static Path path() {
    return Checkout.root().resolve("helm/inquest");
  }
}
