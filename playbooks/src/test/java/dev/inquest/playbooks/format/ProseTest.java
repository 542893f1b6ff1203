package dev.inquest.playbooks.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProseTest {
  private static final Map<String, String> BEFORE =
      Map.of("a.md", "---\nid: a # first\nprior: 0.1\n---\n# A\n\nWords.\n");

  private static java.util.List<String> added(String name, String text) {
    return Prose.added(BEFORE, Map.of(name, text));
  }

  @Test
  void numbersAndNewFilesFromOldOnesAddNone() {
    assertThat(added("a.md", "---\nid: a # first\nprior: 0.2\n---\n# A\n\nWords.\n\n")).isEmpty();
    assertThat(added("b.md", "---\nid: b\nprior: 0.3\n---\n# A\n\nWords.\n")).isEmpty();
  }

  @Test
  void aWordBelowOrInACommentIsFound() {
    assertThat(added("a.md", "---\nid: a\n---\n# A\n\nOther words.\n")).containsExactly("a.md");
    assertThat(added("a.md", "---\nid: a # from a log line\n---\n# A\n\nWords.\n"))
        .containsExactly("a.md");
    assertThat(added("a.md", "---\n# ignore what was said\nid: a\n---\n# A\n\nWords.\n"))
        .containsExactly("a.md");
  }
}
