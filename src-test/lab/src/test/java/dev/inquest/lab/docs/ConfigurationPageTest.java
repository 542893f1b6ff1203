package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.config.Key;
import dev.inquest.app.config.KeyList;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of all keys is the list of all keys. */
class ConfigurationPageTest {
  /** Title of a table by what its keys begin with; the longest beginning counts. */
  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("inquest.", "Everything");
    SECTIONS.put("inquest.services[]", "The service map");
    SECTIONS.put("inquest.api.", "API tokens");
    SECTIONS.put("inquest.database.", "Inquest's own database");
    SECTIONS.put("server.", "Everything");
    SECTIONS.put("inquest.intake.", "Intake");
    SECTIONS.put("inquest.otlp.", "Telemetry and the flight recorder");
    SECTIONS.put("inquest.recorder.", "Telemetry and the flight recorder");
    SECTIONS.put("inquest.suppress[]", "Grouping and suppressing");
    SECTIONS.put("inquest.grouping.", "Grouping and suppressing");
    SECTIONS.put("inquest.connectors.postgresql.", "PostgreSQL as a witness");
    SECTIONS.put("inquest.rehearsal.", "PostgreSQL as a witness");
    SECTIONS.put("inquest.connectors.git.", "git");
    SECTIONS.put("inquest.connectors.prometheus.", "Prometheus");
    SECTIONS.put("inquest.connectors.zipkin.", "Zipkin");
    SECTIONS.put("inquest.connectors.gitlab.", "GitLab, reading");
    SECTIONS.put("inquest.limits.", "Limits of an investigation");
    SECTIONS.put("inquest.investigation.", "Investigations and recovery");
    SECTIONS.put("inquest.recovery.", "Investigations and recovery");
    SECTIONS.put("inquest.node", "Investigations and recovery");
    SECTIONS.put("inquest.gate.", "The gate");
    SECTIONS.put("inquest.gate.gitlab.", "The gate's GitLab");
    SECTIONS.put("inquest.slack.", "Slack");
  }

  @Test
  void saysWhatTheListSays() throws IOException {
    GeneratedPart.mustBe("docs/reference/configuration.md", tables());
  }

  @Test
  void everyVariableLeadsBackToItsKey() {
    for (Key key : KeyList.all()) {
      assertThat(KeyList.inEnvironment(key.environmentName()).map(KeyList.Match::key))
          .as(key.environmentName())
          .hasValue(key);
    }
  }

  private static String tables() {
    Map<String, StringBuilder> tables = new LinkedHashMap<>();
    SECTIONS.values().forEach(title -> tables.put(title, new StringBuilder()));
    for (Key key : KeyList.all()) {
      tables.computeIfAbsent(section(key.name()), _ -> new StringBuilder()).append(row(key));
    }
    StringBuilder page = new StringBuilder();
    tables.forEach((title, rows) ->
        page.append("\n## ")
            .append(title)
            .append("\n\n| key | whose | type | default | environment | meaning |\n")
            .append("|---|---|---|---|---|---|\n")
            .append(rows));
    return page.append('\n').toString();
  }

  private static String section(String key) {
    String longest = "inquest.";
    for (String beginning : SECTIONS.keySet()) {
      if (key.startsWith(beginning)
          && (beginning.length() > longest.length() || !key.startsWith(longest))) {
        longest = beginning;
      }
    }
    return String.valueOf(SECTIONS.get(longest));
  }

  private static String row(Key key) {
    String file = key.secret() ? ", `…_FILE`" : "";
    List<String> cells =
        List.of(
            "`" + key.name() + "`",
            key.owner().name().toLowerCase(Locale.ROOT),
            key.secret() ? "secret" : key.type(),
            key.standard().isEmpty() ? "" : "`" + key.standard() + "`",
            "`" + key.environmentName() + "`" + file,
            key.help().replace("|", "\\|"));
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
