package dev.inquest.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.change.RepositorySource;
import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.FailureException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link RepositorySource} keeps to. A subclass gives one that holds {@link #COMMITS}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RepositorySourceContract {
  /** Path to content at each commit, oldest first. */
  protected static final List<Map<String, String>> COMMITS =
      List.of(
          Map.of("README.md", "# Shop\n", "db/V1__shop.sql", "CREATE TABLE t (c int);\n"),
          Map.of(
              "README.md",
              "# Shop\n",
              "db/V1__shop.sql",
              "CREATE TABLE t (c int);\n",
              "db/V2__more.sql",
              "-- größer\n",
              "dbx/other.txt",
              "x\n"));

  /**
   * @param hashes of {@link #COMMITS}
   */
  public record Held(
      RepositorySource source, String repository, String branch, List<String> hashes) {}

  private final Holder<Held> held = new Holder<>();

  protected abstract Held held() throws Exception;

  @BeforeAll
  final void open() throws Exception {
    held.set(held());
  }

  @Test
  void knowsItsLocators() {
    assertThat(source().reads(repository())).isTrue();
    assertThat(source().reads("ssh://elsewhere.test/other.git")).isFalse();
  }

  @Test
  void theHeadIsTheNewestCommit() {
    assertThat(source().head(repository(), held.get().branch())).isEqualTo(hash(1));
    assertThatThrownBy(() -> source().head(repository(), "no-such-branch"))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void listsAFolderSorted() {
    assertThat(source().list(repository(), hash(1), "db", 10))
        .containsExactly("db/V1__shop.sql", "db/V2__more.sql");
    assertThat(source().list(repository(), hash(1), "db/", 10)).hasSize(2);
    assertThat(source().list(repository(), hash(0), "db", 10)).containsExactly("db/V1__shop.sql");
    assertThat(source().list(repository(), hash(1), "", 10)).hasSize(4).isSorted();
    assertThat(source().list(repository(), hash(1), "none", 10)).isEmpty();
    assertThat(source().list(repository(), hash(1), "README.md", 10)).isEmpty();
  }

  @Test
  void listsNoMoreThanAsked() {
    assertThat(source().list(repository(), hash(1), "", 2)).hasSize(2);
  }

  @Test
  void readsAFileAtACommit() {
    assertThat(source().read(repository(), hash(1), "db/V2__more.sql", 100))
        .contains("-- größer\n");
    assertThat(source().read(repository(), hash(0), "db/V2__more.sql", 100)).isEmpty();
    assertThat(source().read(repository(), hash(1), "db", 100)).isEmpty();
    assertThat(source().read(repository(), hash(1), "../etc/passwd", 100)).isEmpty();
  }

  @Test
  void failsOnAFileThatIsTooLarge() {
    assertThatThrownBy(() -> source().read(repository(), hash(0), "db/V1__shop.sql", 5))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void knowsWhatDescendsFromWhat() {
    assertThat(source().contains(repository(), hash(1), hash(0))).isTrue();
    assertThat(source().contains(repository(), hash(1), hash(1))).isTrue();
    assertThat(source().contains(repository(), hash(0), hash(1))).isFalse();
  }

  @Test
  void failsOnACommitThatIsNotThere() {
    assertThatThrownBy(() -> source().list(repository(), "f".repeat(40), "", 10))
        .isInstanceOf(FailureException.class);
    assertThatThrownBy(() -> source().read(repository(), "HEAD", "README.md", 10))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void checksWell() {
    assertThat(source().check()).isInstanceOf(CheckResult.Ok.class);
  }

  private RepositorySource source() {
    return held.get().source();
  }

  private String repository() {
    return held.get().repository();
  }

  private String hash(int index) {
    return held.get().hashes().get(index);
  }
}
