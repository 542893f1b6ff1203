package dev.inquest.gate.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.repository.ComputedChange;
import dev.inquest.proposal.ProposedFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookFilesTest {
  private static final PlaybookFiles BEFORE =
      PlaybookFiles.of(Map.of("a.md", "one\n", "b.md", "two\n"));

  @Test
  void digestFollowsNamesAndBytes() {
    assertThat(PlaybookFiles.of(Map.of("b.md", "two\n", "a.md", "one\n")).digest())
        .isEqualTo(BEFORE.digest());
    assertThat(PlaybookFiles.of(Map.of("a.md", "two\n", "b.md", "one\n")).digest())
        .isNotEqualTo(BEFORE.digest());
  }

  @Test
  void changeNamesEachFileThatDiffersAndTheDigestsOfBothSides() {
    PlaybookFiles after =
        BEFORE.with(
            List.of(
                new ProposedFile("a.md", "uno\n"),
                new ProposedFile("b.md", null),
                new ProposedFile("c.md", "three\n")));
    ComputedChange change = PlaybookDiff.between(BEFORE, after);
    assertThat(change.base()).isEqualTo(BEFORE.digest());
    assertThat(change.tree()).isEqualTo(after.digest());
    assertThat(change.files())
        .extracting("path", "content")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a.md", "uno\n"),
            org.assertj.core.groups.Tuple.tuple("b.md", null),
            org.assertj.core.groups.Tuple.tuple("c.md", "three\n"));
    // git hash-object of a file with the line "one".
    assertThat(change.files().getFirst().oldBlob())
        .isEqualTo("5626abf0f72e58d7a153368ba57db4c673c0e171");
    assertThat(change.diff())
        .contains("--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-one\n+uno\n")
        .contains("deleted file mode 100644\n--- a/b.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-two\n")
        .contains("new file mode 100644\n--- /dev/null\n+++ b/c.md\n@@ -0,0 +1 @@\n+three\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.md", "a", "A.md", "dir/a.md", ".md", "a.md.sh", "a\n.md"})
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> PlaybookFiles.of(List.of(new ProposedFile(name, "x"))))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("named like its id");
  }
}
