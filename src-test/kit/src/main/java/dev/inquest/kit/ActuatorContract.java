package dev.inquest.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.evidence.CheckResult;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.actuator.MergeRequest;
import dev.inquest.proposal.ProposedFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Actuator} keeps to. A subclass gives a forge with one repository. */
public abstract class ActuatorContract {
  /** The files of the base commit, which is the head of the target branch. */
  protected static final Map<String, String> BASE =
      Map.of("README.md", "# Shop\n", "src/old.txt", "old\n", "src/kept.txt", "kept\n");

  private static final List<ProposedFile> FILES =
      List.of(
          new ProposedFile("db/V2__index.sql", "CREATE INDEX CONCURRENTLY i ON t (c); -- ü\n"),
          new ProposedFile("README.md", "# Shop, quicker\n"),
          new ProposedFile("src/old.txt", null));
  private static final String BRANCH = "inquest/0123456789ab";

  /** A forge with one repository, seen past the actuator. */
  public interface Forge {
    Actuator actuator();

    String repository();

    String targetBranch();

    String baseSha();

    /** The files at the head of a branch; empty where there is none. */
    Map<String, String> filesOf(String branch);

    /** Parents of the head of a branch. */
    List<String> parentsOf(String branch);

    /** How many merge requests are open. */
    int openMergeRequests();
  }

  private final Holder<Forge> held = new Holder<>();

  /** A new forge for each test. */
  protected abstract Forge forge() throws Exception;

  @BeforeEach
  final void openForge() throws Exception {
    held.set(forge());
  }

  @Test
  void servesItsRepository() {
    assertThat(actuator().serves(held.get().repository())).isTrue();
    assertThat(actuator().serves("ssh://elsewhere.test/other.git")).isFalse();
  }

  @Test
  void findsNothingBeforeItOpened() {
    assertThat(actuator().find(actuation(FILES))).isEmpty();
  }

  @Test
  void opensOneCommitWithExactlyTheFiles() {
    MergeRequest opened = actuator().open(actuation(FILES));
    assertThat(opened.branch()).isEqualTo(BRANCH);
    assertThat(opened.commit()).matches("[0-9a-f]{40}");
    assertThat(opened.url()).isNotBlank();
    assertThat(held.get().parentsOf(BRANCH)).containsExactly(held.get().baseSha());
    assertThat(held.get().filesOf(BRANCH))
        .containsOnly(
            Map.entry("src/kept.txt", "kept\n"),
            Map.entry("README.md", "# Shop, quicker\n"),
            Map.entry("db/V2__index.sql", "CREATE INDEX CONCURRENTLY i ON t (c); -- ü\n"));
    assertThat(held.get().openMergeRequests()).isEqualTo(1);
  }

  @Test
  void leavesTheTargetAlone() {
    actuator().open(actuation(FILES));
    assertThat(held.get().filesOf(held.get().targetBranch())).isEqualTo(BASE);
  }

  @Test
  void findsWhatAnEarlierTryOpened() {
    MergeRequest opened = actuator().open(actuation(FILES));
    assertThat(actuator().find(actuation(FILES))).contains(opened);
  }

  @Test
  void opensOnceHoweverOftenItIsAsked() {
    MergeRequest first = actuator().open(actuation(FILES));
    assertThat(actuator().open(actuation(FILES))).isEqualTo(first);
    assertThat(held.get().openMergeRequests()).isEqualTo(1);
  }

  @Test
  void takesNoOtherTreeForItsOwn() {
    actuator().open(actuation(FILES));
    Actuation other = actuation(List.of(new ProposedFile("README.md", "# Another\n")));
    assertThat(actuator().find(other)).isEmpty();
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> actuator().open(other));
    assertThat(refused.failure().retryable()).isFalse();
    assertThat(held.get().filesOf(BRANCH)).containsEntry("README.md", "# Shop, quicker\n");
    assertThat(held.get().openMergeRequests()).isEqualTo(1);
  }

  @Test
  void refusesABaseThatIsNotThere() {
    Actuation lost =
        new Actuation(
            "a1",
            "p1",
            "0123456789ab",
            held.get().repository(),
            BRANCH,
            held.get().targetBranch(),
            "f".repeat(40),
            FILES,
            "m",
            "t",
            "d");
    assertThat(catchThrowableOfType(FailureException.class, () -> actuator().open(lost)))
        .isNotNull();
    assertThat(held.get().openMergeRequests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "a/../../b",
        "/etc/passwd",
        ".git/config",
        "a/.GIT/hooks/x",
        "",
        "a//b",
        "a/",
        "src",
        "README.md/below",
        "C:\\x",
        "nul\0byte"
      })
  void refusesAPathThatIsNotPlainlyInside(String path) {
    Actuation bad = actuation(List.of(new ProposedFile(path, "x")));
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> actuator().open(bad));
    assertThat(refused.failure().retryable()).isFalse();
    assertThat(held.get().filesOf(BRANCH)).isEmpty();
    assertThat(held.get().openMergeRequests()).isZero();
  }

  @Test
  void refusesToDeleteWhatIsNotThere() {
    Actuation bad = actuation(List.of(new ProposedFile("src/none.txt", null)));
    assertThat(catchThrowableOfType(FailureException.class, () -> actuator().open(bad)))
        .isNotNull();
    assertThat(held.get().openMergeRequests()).isZero();
  }

  @Test
  void checksWell() {
    assertThat(actuator().check()).isInstanceOf(CheckResult.Ok.class);
    assertThat(actuator().name()).matches("[a-z][a-z0-9-]*");
  }

  private Actuator actuator() {
    return held.get().actuator();
  }

  private Actuation actuation(List<ProposedFile> files) {
    return new Actuation(
        "a1",
        "p1",
        "0123456789ab",
        held.get().repository(),
        BRANCH,
        held.get().targetBranch(),
        held.get().baseSha(),
        files,
        "Index t by c",
        "Index t by c",
        "Why: *evidence* e1.");
  }
}
