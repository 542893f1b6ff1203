package dev.inquest.app.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.app.cli.CommandRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybooksCommandTest {
  @TempDir private Path folder;

  @Test
  void listsWhatIsBuiltIn() {
    CommandRun run = CommandRun.of("playbooks", "list", "-o", "json");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json().get("playbooks").findValuesAsString("id"))
        .contains("database-missing-index", "bad-deploy", "resource-saturation");
  }

  @Test
  void alignsItsColumns() {
    List<String> lines = CommandRun.of("playbooks", "list").out().lines().toList();

    assertThat(lines.getFirst()).startsWith("PLAYBOOK").contains("VERSION");
    int column = lines.getFirst().indexOf("VERSION");
    assertThat(lines)
        .allMatch(line -> line.charAt(column - 1) == ' ' && line.charAt(column) != ' ');
  }

  @Test
  void whatIsBuiltInIsValid() {
    CommandRun run = CommandRun.of("playbooks", "validate");

    assertThat(run.code()).isZero();
    assertThat(run.out()).endsWith(": valid.\n");
  }

  @Test
  void namesFileAndLineOfWhatIsWrong() throws IOException {
    copy("bad-deploy.md", "bad-deploy.md", "threshold:", "treshold:");
    copy("resource-saturation.md", "resource-saturation.md", "", "");

    CommandRun run = CommandRun.of("playbooks", "validate", folder.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsPattern("bad-deploy.md:\\d+: ")
        .doesNotContain("resource-saturation.md:")
        .endsWith("2 playbooks: 1 not valid.\n");
    CommandRun json = CommandRun.of("playbooks", "validate", folder.toString(), "-o", "json");
    assertThat(json.json().get("violations").get(0).get("line").asInt()).isGreaterThan(1);
  }

  @Test
  void aFolderThatIsNotThereIsAFailure() {
    CommandRun run = CommandRun.of("playbooks", "validate", folder.resolve("none").toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("cannot be read");
  }

  @Test
  void whatCannotBeMeantIsUsage() {
    assertThat(CommandRun.of("playbooks").code()).isEqualTo(2);
    assertThat(CommandRun.of("playbooks", "validate", "a", "b").code()).isEqualTo(2);
    assertThat(CommandRun.of("playbooks", "list", "-o", "yaml").code()).isEqualTo(2);
  }

  private void copy(String name, String as, String from, String to) throws IOException {
    try (var in = PlaybooksCommandTest.class.getResourceAsStream("/playbooks/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(folder.resolve(as), from.isEmpty() ? text : text.replaceFirst(from, to));
    }
  }
}
