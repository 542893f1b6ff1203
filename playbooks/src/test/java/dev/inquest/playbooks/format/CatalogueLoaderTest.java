package dev.inquest.playbooks.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueLoaderTest {
  private static final Path SOURCES = Path.of("src/main/resources/playbooks");

  @TempDir Path folder;

  @Test
  void theBuiltInPlaybooksAreThoseOfTheFolder() {
    Catalogue builtIn = CatalogueLoader.builtIn();
    assertThat(builtIn.playbooks())
        .extracting(Playbook::id)
        .contains("bad-deploy", "database-missing-index", "resource-saturation");
    assertThat(builtIn).isEqualTo(CatalogueLoader.from(SOURCES));
    assertThat(CatalogueLoader.sha256(builtIn)).hasSize(64);
  }

  @Test
  void everyPlaybookHasItsRunbookAndSaysSo() {
    for (Playbook playbook : CatalogueLoader.builtIn().playbooks()) {
      assertThat(Path.of("../runbooks", playbook.id() + ".md")).isRegularFile();
      assertThat(playbook.body()).contains("runbooks/" + playbook.id() + ".md");
    }
  }

  @Test
  void everythingWrongWithAnyFileIsSaidTogether() throws IOException {
    Files.writeString(folder.resolve("a.md"), "no front matter");
    Files.writeString(folder.resolve("b.md"), "---\nid: b\n---\n");
    Files.writeString(folder.resolve("readme.txt"), "left alone");
    assertThatThrownBy(() -> CatalogueLoader.from(folder))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("a.md:1: ")
        .hasMessageContaining("b.md:2: ")
        .hasMessageContaining("hypotheses");
  }

  @Test
  void anEmptyOrMissingFolderIsRefused() {
    assertThatThrownBy(() -> CatalogueLoader.from(folder)).hasMessageContaining("0 playbooks");
    assertThatThrownBy(() -> CatalogueLoader.from(folder.resolve("none")))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void theIndexNamesEveryFile() throws IOException {
    List<String> indexed = Files.readAllLines(SOURCES.resolve("catalogue.txt"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      assertThat(files.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".md")))
          .containsExactlyInAnyOrderElementsOf(indexed);
    }
  }
}
