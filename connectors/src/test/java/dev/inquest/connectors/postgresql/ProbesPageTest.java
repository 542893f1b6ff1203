package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of probes has every question with its parameters and its answer's columns. */
class ProbesPageTest {
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([a-z-]+)` \\|([^|]*)\\|([^|]*)\\| (observed|planned|measured) \\|");
  private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

  @Test
  void thePageIsTheTemplates() throws IOException {
    Map<String, List<Object>> expected = new TreeMap<>();
    for (ProbeTemplate template : PostgresAutoConfiguration.templates()) {
      ProbeTemplate.Form form = template.form();
      TreeSet<String> parameters = new TreeSet<>(form.required());
      parameters.addAll(form.optional());
      expected.put(form.name(), List.of(parameters, form.columns(), form.grade()));
    }
    assertThat(documented()).isEqualTo(expected);
  }

  private static Map<String, List<Object>> documented() throws IOException {
    Map<String, List<Object>> documented = new TreeMap<>();
    for (MatchResult row : ROW.matcher(page()).results().toList()) {
      documented.put(
          row.group(1),
          List.of(new TreeSet<>(names(row.group(2))), names(row.group(3)), row.group(4)));
    }
    return documented;
  }

  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    NAME.matcher(cell).results().forEach(name -> names.add(name.group(1)));
    return names;
  }

  /** From the module's folder or from the root, wherever the test is run. */
  private static String page() throws IOException {
    Path here = Path.of("docs/reference/probes.md");
    return Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here));
  }
}
