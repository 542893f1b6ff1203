package dev.inquest.connectors.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.change.Change;
import dev.inquest.change.ChangeAnswer;
import dev.inquest.change.ChangeQuery;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository can hold, and what reading it must survive. */
class HostileRepositoryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void aHugeDiffIsCut() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("r.git"));
    repository.commitText("main", NOON, "A", "big", Map.of("big.sql", "line\n".repeat(90_000)));
    ChangeAnswer answer = changes(repository);
    String diff = String.valueOf(answer.changes().getFirst().diff());
    assertThat(diff.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(128 * 1024);
    assertThat(diff).contains("+++ b/big.sql", "+line");
    assertThat(answer.warnings()).anyMatch(w -> w.contains("is cut"));
  }

  @Test
  void manyFilesAreCut() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("r.git"));
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < 2_000; i++) {
      files.put("d" + i % 7 + "/f" + i, "x\n");
    }
    repository.commitText("main", NOON, "A", "many", files);
    ChangeAnswer answer = changes(repository);
    assertThat(answer.changes().getFirst().files()).hasSize(500);
    assertThat(answer.warnings()).anyMatch(w -> w.contains("is cut"));
  }

  @Test
  void binaryFilesAreNamedAndNotShown() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("r.git"));
    byte[] bytes = {0, 1, 2, (byte) 0xff, 0, 9};
    String commit =
        commit(
            repository, Map.of("a.bin", new TestRepository.Content(bytes, FileMode.REGULAR_FILE)));
    Change change = changes(repository).changes().getFirst();
    assertThat(change.files()).containsExactly("a.bin");
    assertThat(change.diff()).contains("Binary files").doesNotContain("\0");
    assertThatThrownBy(() -> source(repository).read(repository.locator(), commit, "a.bin", 100))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void oddEncodingsAreReadAndHoldNoControlCharacters() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("r.git"));
    byte[] latin = {'g', 'r', (byte) 0xf6, (byte) 0xdf, 'e', '\n'};
    Map<String, TestRepository.Content> files =
        Map.of(
            "latin.txt",
            new TestRepository.Content(latin, FileMode.REGULAR_FILE),
            "esc\u001b[31m.txt",
            TestRepository.Content.text("a\u001b[2Jb\r\n"));
    repository.commit("main", NOON, "Ev\u0007il", latin, files);
    Change change = changes(repository).changes().getFirst();
    assertThat(change.title()).startsWith("gr").endsWith("e");
    assertThat(String.valueOf(change.diff())).doesNotContain("\u001b", "\u0007", "\r");
    assertThat(String.valueOf(change.author())).doesNotContain("\u0007");
    assertThat(change.files()).noneMatch(f -> f.contains("\u001b"));
  }

  @Test
  void linksAndSubmodulesAreNoFiles() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("r.git"));
    Map<String, TestRepository.Content> files =
        Map.of(
            "real.txt",
            TestRepository.Content.text("x\n"),
            "link",
            new TestRepository.Content("/etc/passwd".getBytes(UTF_8), FileMode.SYMLINK),
            "module",
            new TestRepository.Content(new byte[20], FileMode.GITLINK));
    String commit = commit(repository, files);
    GitRepositorySource source = source(repository);
    String locator = repository.locator();
    assertThat(source.list(locator, commit, "", 10)).containsExactly("real.txt");
    assertThat(source.read(locator, commit, "link", 100)).isEmpty();
    assertThat(source.read(locator, commit, "module", 100)).isEmpty();
    assertThat(changes(repository).changes().getFirst().files())
        .containsExactlyInAnyOrder("link", "module", "real.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"main@{1}", "main~1", "../main", ":/begin", "", "main:README.md", "-x"})
  void aBranchsNameIsNoExpression(String branch) throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("r.git"));
    commit(repository, Map.of("a", TestRepository.Content.text("x\n")));
    assertThatThrownBy(() -> source(repository).head(repository.locator(), branch))
        .isInstanceOf(FailureException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh://host/x.git",
        "git@host:x.git",
        "ext::sh -c id",
        "https://user:secret@host/x.git",
        "",
        "ftp://host/x.git",
        "http:///x.git"
      })
  void otherLocatorsAreNotRead(String locator) throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("r.git"));
    assertThat(source(repository).reads(locator)).isFalse();
    assertThatThrownBy(() -> source(repository).head(locator, "main"))
        .isInstanceOf(FailureException.class)
        .message()
        .doesNotContain("secret");
  }

  private static String commit(TestRepository repository, Map<String, TestRepository.Content> files)
      throws IOException {
    return repository.commit("main", NOON, "A", "begin".getBytes(UTF_8), files);
  }

  private GitRepositorySource source(TestRepository repository) {
    return new GitRepositorySource(repositories(), Maps.one("shop", repository.locator()));
  }

  private ChangeAnswer changes(TestRepository repository) {
    TimeWindow window = new TimeWindow(NOON.minusSeconds(60), NOON.plusSeconds(60));
    return new GitChangeSource(
            repositories(), GitProperties.DEFAULT, Maps.one("shop", repository.locator()))
        .changes(new ChangeQuery(Set.of("shop"), window, 10));
  }

  private GitRepositories repositories() {
    return new GitRepositories(folder, GitProperties.DEFAULT, Clock.systemUTC());
  }
}
