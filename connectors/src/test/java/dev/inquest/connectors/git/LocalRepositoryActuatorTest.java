package dev.inquest.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.gate.actuator.Actuator;
import dev.inquest.gate.actuator.MergeRequest;
import dev.inquest.kit.ActuatorContract;
import dev.inquest.kit.SettableClock;
import dev.inquest.proposal.ProposedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalRepositoryActuatorTest extends ActuatorContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BRANCH = "inquest/abcdef012345";

  @TempDir private Path folder;

  private final Actuator actuator = new LocalRepositoryActuator(new SettableClock(NOW));

  @Override
  protected Forge forge() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("shop.git"));
    String base = repository.commitText("main", Instant.EPOCH, "A", "base", BASE);
    return new LocalForge(actuator, repository, base);
  }

  @Test
  void writesTheMergeRequestBesideTheBranch() throws IOException {
    TestRepository repository = repository();
    MergeRequest opened = actuator.open(actuation(repository, "x"));
    JsonNode json = JsonMapper.shared().readTree(Files.readString(file(repository)));
    assertThat(json.get("branch").asString()).isEqualTo(BRANCH);
    assertThat(json.get("target").asString()).isEqualTo("main");
    assertThat(json.get("commit").asString()).isEqualTo(opened.commit());
    assertThat(json.get("state").asString()).isEqualTo("open");
    assertThat(json.get("title").asString()).isEqualTo("a title");
    assertThat(json.get("description").asString()).isEqualTo("a description");
    assertThat(opened.url()).isEqualTo(file(repository).toUri().toString());
  }

  @Test
  void theCommitIsInquests() throws IOException {
    TestRepository repository = repository();
    actuator.open(actuation(repository, "x"));
    RevCommit commit = repository.head(BRANCH);
    assertThat(commit.getAuthorIdent().getName()).isEqualTo("Inquest");
    assertThat(commit.getCommitterIdent().getWhenAsInstant()).isEqualTo(NOW);
    assertThat(commit.getFullMessage()).isEqualTo("a message");
  }

  @Test
  void finishesATryThatEndedBetweenBranchAndFile() throws IOException {
    TestRepository repository = repository();
    MergeRequest first = actuator.open(actuation(repository, "x"));
    Files.delete(file(repository));
    assertThat(actuator.find(actuation(repository, "x"))).isEmpty();
    assertThat(actuator.open(actuation(repository, "x"))).isEqualTo(first);
    assertThat(file(repository)).exists();
  }

  @Test
  void doesNotReopenWhatWasMerged() throws IOException {
    TestRepository repository = repository();
    actuator.open(actuation(repository, "x"));
    String merged = Files.readString(file(repository)).replace("\"open\"", "\"merged\"");
    Files.writeString(file(repository), merged);
    actuator.open(actuation(repository, "x"));
    assertThat(Files.readString(file(repository))).isEqualTo(merged);
  }

  @Test
  void manyAtOnceOpenOne() throws Exception {
    TestRepository repository = repository();
    Set<String> commits = new HashSet<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<MergeRequest> open = () -> actuator.open(actuation(repository, "x"));
      for (Future<MergeRequest> opened : many.invokeAll(java.util.Collections.nCopies(16, open))) {
        commits.add(opened.get().commit());
      }
    }
    assertThat(commits).hasSize(1);
    try (Stream<Path> files = Files.list(file(repository).resolveSibling(""))) {
      assertThat(files).containsExactly(file(repository));
    }
  }

  @Test
  void keepsAnExecutableExecutableAndRefusesLinks() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("modes.git"));
    Map<String, TestRepository.Content> files = new TreeMap<>();
    files.put("run.sh", content("echo\n", FileMode.EXECUTABLE_FILE));
    files.put("link", content("/etc/passwd", FileMode.SYMLINK));
    repository.commit("main", NOW, "A", "base".getBytes(StandardCharsets.UTF_8), files);
    Actuation link = actuation(repository, new ProposedFile("link", "x"));
    assertThatThrownBy(() -> actuator.open(link)).isInstanceOf(FailureException.class);
    Actuation below = actuation(repository, new ProposedFile("link/x", "x"));
    assertThatThrownBy(() -> actuator.open(below)).isInstanceOf(FailureException.class);
    actuator.open(actuation(repository, new ProposedFile("run.sh", "echo more\n")));
    assertThat(repository.modeOf(BRANCH, "run.sh")).isEqualTo(FileMode.EXECUTABLE_FILE);
  }

  @Test
  void refusesABaseThatTheTargetDoesNotHold() throws IOException {
    TestRepository repository = repository();
    Map<String, String> other = Map.of("other.txt", "x");
    String stray = repository.commitText("stray", NOW, "A", "stray", other);
    Actuation actuation = actuation(repository, stray, new ProposedFile("x.txt", "x"));
    assertThatThrownBy(() -> actuator.open(actuation)).isInstanceOf(FailureException.class);
  }

  private TestRepository repository() throws IOException {
    TestRepository repository = TestRepository.create(folder.resolve("own.git"));
    repository.commitText("main", NOW, "A", "base", BASE);
    return repository;
  }

  private static Path file(TestRepository repository) {
    return Path.of(repository.locator(), "merge-requests", "inquest-abcdef012345.json");
  }

  private static TestRepository.Content content(String text, FileMode mode) {
    return new TestRepository.Content(text.getBytes(StandardCharsets.UTF_8), mode);
  }

  private static Actuation actuation(TestRepository repository, String content) throws IOException {
    return actuation(repository, new ProposedFile("new.txt", content));
  }

  private static Actuation actuation(TestRepository repository, ProposedFile file)
      throws IOException {
    return actuation(repository, repository.head("main").name(), file);
  }

  private static Actuation actuation(TestRepository repository, String base, ProposedFile file) {
    return new Actuation(
        "a2",
        "p2",
        "abcdef012345",
        repository.locator(),
        BRANCH,
        "main",
        base,
        List.of(file),
        "a message",
        "a title",
        "a description");
  }

  private record LocalForge(Actuator actuator, TestRepository at, String baseSha) implements Forge {
    @Override
    public String repository() {
      return at.locator();
    }

    @Override
    public String targetBranch() {
      return "main";
    }

    @Override
    public Map<String, String> filesOf(String branch) {
      return unchecked(() -> at.filesOf(branch));
    }

    @Override
    public List<String> parentsOf(String branch) {
      return unchecked(() -> at.parentsOf(branch));
    }

    @Override
    public int openMergeRequests() {
      Path requests = Path.of(at.locator(), "merge-requests");
      if (!Files.exists(requests)) {
        return 0;
      }
      return unchecked(() -> {
        try (Stream<Path> files = Files.list(requests)) {
          return (int) files.count();
        }
      });
    }

    private interface Reading<T> {
      T read() throws IOException;
    }

    private static <T> T unchecked(Reading<T> reading) {
      try {
        return reading.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
