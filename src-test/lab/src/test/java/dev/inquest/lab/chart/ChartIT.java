package dev.inquest.lab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ChartIT {
  private static String rendered = "";
  private static List<Map<String, Object>> objects = List.of();

  @BeforeAll
  static void render() {
    rendered = template().call();
    objects = parse(rendered);
  }

  @Test
  void lintsStrictly() {
    LintResult result = new Helm(chart()).lint().strict().call();
    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
  }

  @Test
  void agentAndGateAreTwoDeploymentsWithTheirOwnAccountsAndSecrets() {
    Map<String, Object> agent = named("Deployment", "it-agent");
    Map<String, Object> gate = named("Deployment", "it-gate");
    assertThat(text(agent)).contains("serviceAccountName=it-agent", "inquest-db-agent");
    assertThat(text(gate)).contains("serviceAccountName=it-gate", "inquest-db-gate");
    assertThat(text(agent))
        .doesNotContain("inquest-db-gate", "inquest-db-owner", "warrant", "name=inquest-gate");
    assertThat(text(gate)).doesNotContain("inquest-db-agent", "inquest-db-owner");
    assertThat(named("ServiceAccount", "it-agent")).isNotNull();
    assertThat(named("ServiceAccount", "it-gate")).isNotNull();
  }

  @Test
  void onlyTheMigrationJobMountsTheOwnersLogin() {
    Map<String, Object> job = named("Job", "it-migrate");
    assertThat(text(job)).contains("inquest-db-owner", "args=[migrate");
    assertThat(rendered.split("inquest-db-owner", -1)).hasSize(3);
  }

  @Test
  void bothAreProbedAndServed() {
    for (String part : List.of("it-agent", "it-gate")) {
      assertThat(text(named("Deployment", part)))
          .contains("readinessProbe", "livenessProbe", "/actuator/health/readiness")
          .contains("runAsNonRoot=true", "readOnlyRootFilesystem=true");
      assertThat(named("Service", part)).isNotNull();
    }
  }

  @Test
  void missingValuesAreNamed() {
    assertThatThrownBy(() -> new Helm(chart()).template().withName("it").call())
        .hasMessageContaining("image.repository");
  }

  private static TemplateCommand template() {
    return new Helm(chart())
        .template()
        .withName("it")
        .set("migration.hook", false) // helm-java's template leaves hooks out
        .set("image.repository", "registry.example.com/inquest")
        .set("database.url", "jdbc:postgresql://db.example.com:5432/inquest")
        .set("gate.publicUrl", "https://gate.example.com");
  }

  /** From the module's folder or from the root, wherever the test is run. */
  private static Path chart() {
    Path here = Path.of("helm", "inquest");
    return Files.isDirectory(here) ? here : Path.of("..", "..", "helm", "inquest");
  }

  private static List<Map<String, Object>> parse(String yaml) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml)) {
      if (document instanceof Map<?, ?> map) {
        @SuppressWarnings("unchecked") // every Kubernetes object is a map with string keys
        Map<String, Object> object = (Map<String, Object>) map;
        found.add(object);
      }
    }
    return found;
  }

  private static Map<String, Object> named(String kind, String name) {
    return objects.stream()
        .filter(o -> kind.equals(o.get("kind")))
        .filter(o -> o.get("metadata") instanceof Map<?, ?> m && name.equals(m.get("name")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in\n" + rendered));
  }

  private static String text(Map<String, Object> object) {
    return object.toString();
  }
}
