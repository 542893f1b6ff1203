package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.config.KeyList;
import dev.inquest.app.config.Settings;
import dev.inquest.app.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README tells a newcomer to write and to run is there. */
class ReadmeTest {
  private static final Pattern KEY =
      Pattern.compile("`((?:inquest|server)\\.(?!yml`)[a-z][a-z0-9.\\[\\]-]+)`");
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^ {7}inquest:\\n(?: {7,}.*\\n)+");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");

  @TempDir Path folder;

  @Test
  void itsExampleIsAConfigurationThatLoads() throws IOException {
    Matcher example = EXAMPLE.matcher(Checkout.read("README.md"));
    assertThat(example.find()).as("an inquest.yml in README.md").isTrue();
    Path secret = Files.writeString(folder.resolve("witness"), "secret");
    String yaml = example.group().replace("/run/secrets/witness", secret.toString());
    Settings settings =
        SettingsLoader.load(
            Files.writeString(folder.resolve("inquest.yml"), yaml.stripIndent()),
            VARIABLE
                .matcher(yaml)
                .results()
                .collect(
                    java.util.stream.Collectors.toMap(
                        found -> found.group(1), _ -> "given-by-this-test")));

    assertThat(settings.get("inquest.intake.alertmanager.token")).hasValue("given-by-this-test");
    assertThat(settings.get("inquest.connectors.postgresql.databases[0].password"))
        .hasValue("secret");
    assertThat(settings.get("inquest.services[0].databases[0]"))
        .isEqualTo(settings.get("inquest.connectors.postgresql.databases[0].name"));
  }

  @Test
  void theKeysThatPagesNameExist() {
    for (Path page : Checkout.files(Checkout.root(), ".md")) {
      Path relative = Checkout.root().relativize(page);
      if (!relative.toString().matches("(README|CONTRIBUTING)\\.md|(docs|runbooks)/.*")) {
        continue;
      }
      Matcher key = KEY.matcher(Checkout.read(page));
      while (key.find()) {
        assertThat(isKeyOrBlock(key.group(1))).as("%s: %s", relative, key.group(1)).isTrue();
      }
    }
  }

  private static boolean isKeyOrBlock(String name) {
    return KeyList.all().stream()
        .anyMatch(key ->
            key.name().equals(name)
                || key.name().startsWith(name + ".")
                || key.name().startsWith(name + "["));
  }
}
