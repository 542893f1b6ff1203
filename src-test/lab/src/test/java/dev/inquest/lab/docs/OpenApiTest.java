package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The two published descriptions and the page name every mapping there is, and no other. */
class OpenApiTest {
  private static final String AGENT = "agent/app/src/main/resources/openapi/agent.yaml";
  private static final String GATE = "approval-gate/src/main/resources/openapi/gate.yaml";

  @Test
  void theAgentsMappings() {
    assertThat(described(AGENT)).isEqualTo(Mappings.of(RestController.class, "dev.inquest.app"));
  }

  @Test
  void theGatesMappings() {
    assertThat(described(GATE))
        .isEqualTo(Mappings.of(RestController.class, "dev.inquest.gate", "dev.inquest.connectors"));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (String file : new String[] {AGENT, GATE}) {
      Map<?, ?> document = yaml(file);
      references(document, new TreeSet<>())
          .forEach(reference -> assertThat(at(document, reference)).as(reference).isNotNull());
    }
  }

  @Test
  void thePageNamesEachMappingOfApisAndPages() {
    String page = Checkout.read("docs/reference/http-api.md");
    Set<String> all = Mappings.of(RestController.class, "dev.inquest");
    all.addAll(Mappings.of(Controller.class, "dev.inquest"));
    assertThat(all).hasSizeGreaterThan(25);
    assertThat(all).allSatisfy(mapping -> assertThat(page).contains("`" + mapping + "`"));
  }

  private static Set<String> described(String file) {
    Set<String> described = new TreeSet<>();
    if (yaml(file).get("paths") instanceof Map<?, ?> paths) {
      paths.forEach((path, methods) ->
          ((Map<?, ?>) methods)
              .keySet()
              .forEach(method ->
                  described.add(method.toString().toUpperCase(Locale.ROOT) + " " + path)));
    }
    return described;
  }

  private static Map<?, ?> yaml(String file) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Checkout.read(file));
  }

  private static Set<String> references(Object node, Set<String> found) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((name, value) -> {
        if (name.equals("$ref")) {
          found.add(value.toString());
        }
        references(value, found);
      });
    } else if (node instanceof Iterable<?> list) {
      list.forEach(value -> references(value, found));
    }
    return found;
  }

  private static @Nullable Object at(Object document, String reference) {
    @Nullable Object node = document;
    for (String step : reference.substring("#/".length()).split("/", -1)) {
      node = node instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return node;
  }
}
