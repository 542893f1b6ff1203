package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.analysis.DetectorSettings;
import dev.inquest.analysis.Detectors;
import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.ranking.RankParameters;
import dev.inquest.verification.Verifiers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of playbooks names every field, test and parameter, and no test that is not. */
class PlaybooksPageTest {
  private static final String SCHEMA =
      "playbooks/src/main/resources/playbooks/playbook.schema.json";
  private static final Pattern TEST_ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  private final String page = Checkout.read("docs/reference/playbooks.md");

  @Test
  void everyFieldOfTheSchema() {
    Set<String> fields = new TreeSet<>();
    fields(JsonMapper.shared().readTree(Checkout.read(SCHEMA)), fields);
    assertThat(fields).hasSizeGreaterThan(15);
    assertThat(fields).allSatisfy(field -> assertThat(page).contains(field + "`"));
  }

  @Test
  void everyMethodAndParameter() {
    assertThat(Detectors.methods()).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(DetectorSettings.PARAMETERS)
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(RankParameters.DEFAULTS.keySet())
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(StreamingSettings.PARAMETERS)
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  @Test
  void exactlyTheTestsThereAre() {
    String tests = page.substring(page.indexOf("## Tests"), page.lastIndexOf("## Lessons"));
    Matcher row = TEST_ROW.matcher(tests);
    Set<String> described = new TreeSet<>();
    while (row.find()) {
      described.add(row.group(1));
    }
    assertThat(described).isEqualTo(new TreeSet<>(Verifiers.ids()));
  }

  @Test
  void everyCataloguePlaybook() {
    List<Playbook> playbooks = CatalogueLoader.builtIn().playbooks();
    assertThat(playbooks).allSatisfy(p -> assertThat(page).contains("`" + p.id() + "`"));
  }

  private static void fields(JsonNode schema, Set<String> found) {
    schema
        .path("properties")
        .propertyStream()
        .forEach(property -> {
          found.add(property.getKey());
          fields(property.getValue(), found);
        });
    if (schema.has("items")) {
      fields(schema.path("items"), found);
    }
  }
}
