package dev.inquest.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import dev.inquest.change.ChangeQuery;
import dev.inquest.connectors.http.LocalServer;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.kit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Repositories over HTTP, served by JGit's own server. */
class GitRemoteIT {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(NOON);
  private final List<AutoCloseable> opened = new ArrayList<>();

  private record Served(TestRepository repository, GitServer server, String first) {}

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(folder.resolve("home"));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }

  @Test
  void readsThroughAMirrorThatOnlyTheOwnerCanRead() throws Exception {
    Served served = served();
    GitRepositorySource source = source(served.server().locator(), GitServer.TOKEN, 100);
    String head = source.head(served.server().locator(), "main");
    assertThat(head).isEqualTo(served.first());
    assertThat(source.read(served.server().locator(), head, "README.md", 100)).contains("# Shop\n");
    try (Stream<Path> mirrors = Files.list(folder.resolve("home/mirrors"))) {
      Path mirror = mirrors.findFirst().orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mirror)))
          .isEqualTo("rwx------");
      assertThat(Files.readString(mirror.resolve("config"))).doesNotContain(GitServer.TOKEN);
    }
  }

  @Test
  void theHeadIsAlwaysTheNewest() throws Exception {
    Served served = served();
    GitRepositorySource source = source(served.server().locator(), GitServer.TOKEN, 100);
    source.head(served.server().locator(), "main");
    String second =
        served.repository().commitText("main", NOON, "A", "more", Map.of("README.md", "new\n"));
    clock.advance(Duration.ofMillis(1));
    assertThat(source.head(served.server().locator(), "main")).isEqualTo(second);
  }

  @Test
  void changesAreFetchedNoMoreOftenThanConfigured() throws Exception {
    Served served = served();
    String locator = served.server().locator();
    GitChangeSource source =
        new GitChangeSource(
            repositories(locator, GitServer.TOKEN, 100),
            GitProperties.DEFAULT,
            Maps.one("shop", locator));
    ChangeQuery query =
        new ChangeQuery(Set.of(), new TimeWindow(NOON.minusSeconds(60), NOON.plusSeconds(60)), 10);
    assertThat(source.changes(query).changes()).hasSize(1);
    int once = served.server().fetches();
    assertThat(source.changes(query).changes()).hasSize(1);
    assertThat(served.server().fetches()).isEqualTo(once);
    clock.advance(Duration.ofSeconds(11));
    served.repository().commitText("main", NOON, "A", "more", Map.of("README.md", "new\n"));
    assertThat(source.changes(query).changes()).hasSize(2);
  }

  @Test
  void aWrongTokenIsRefusedAndNeverShown() throws Exception {
    Served served = served();
    String locator = served.server().locator();
    Failure failure = failureOf(source(locator, "wrong-token-value", 100), locator);
    assertThat(failure.code()).isEqualTo("source-refused");
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.toString()).doesNotContain("wrong-token-value");
  }

  @Test
  void aRepositoryThatIsTooLargeIsNotKept() throws Exception {
    Served served = served();
    byte[] noise = new byte[3_000_000];
    new Random(1).nextBytes(noise);
    Map<String, TestRepository.Content> files =
        Map.of(
            "noise.bin",
            new TestRepository.Content(noise, org.eclipse.jgit.lib.FileMode.REGULAR_FILE));
    served.repository().commit("main", NOON, "A", new byte[] {'x'}, files);
    String locator = served.server().locator();
    Failure failure = failureOf(source(locator, GitServer.TOKEN, 1), locator);
    assertThat(failure.code()).isEqualTo("source-refused");
    assertThat(failure.message()).contains("1 MB");
    try (Stream<Path> mirrors = Files.list(folder.resolve("home/mirrors"))) {
      assertThat(mirrors).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowedWithTheToken() throws Exception {
    List<String> elsewhere = new ArrayList<>();
    LocalServer other = new LocalServer(e -> record(e, elsewhere));
    opened.add(other);
    LocalServer redirecting =
        new LocalServer(e -> {
          e.getResponseHeaders().set("Location", other.url() + e.getRequestURI().toString());
          LocalServer.answer(e, 302, "");
        });
    opened.add(redirecting);
    String locator = redirecting.url() + "/team/shop.git";
    assertThat(failureOf(source(locator, GitServer.TOKEN, 100), locator).code())
        .startsWith("source-");
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void aServerThatAnswersHtmlIsAFailure() throws Exception {
    LocalServer html = new LocalServer(e -> LocalServer.answer(e, 200, "<html></html>"));
    opened.add(html);
    String locator = html.url() + "/team/shop.git";
    assertThat(failureOf(source(locator, GitServer.TOKEN, 100), locator).code())
        .startsWith("source-");
  }

  private static void record(HttpExchange exchange, List<String> into) throws IOException {
    into.add(exchange.getRequestURI().toString());
    LocalServer.answer(exchange, 404, "");
  }

  private Served served() throws Exception {
    TestRepository repository = TestRepository.create(folder.resolve("shop.git"));
    String first =
        repository.commitText("main", NOON, "A", "Begin", Map.of("README.md", "# Shop\n"));
    GitServer server = new GitServer(folder, repository);
    opened.add(server);
    return new Served(repository, server, first);
  }

  private GitRepositorySource source(String locator, String token, int maxMegabytes) {
    return new GitRepositorySource(
        repositories(locator, token, maxMegabytes), Maps.one("shop", locator));
  }

  private GitRepositories repositories(String locator, String token, int maxMegabytes) {
    URI address = URI.create(locator).resolve("/team");
    GitProperties properties =
        new GitProperties(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            DataSize.ofMegabytes(maxMegabytes),
            DataSize.ofKilobytes(128),
            500,
            List.of(new GitProperties.Credential(address, "oauth2", token)));
    return new GitRepositories(folder.resolve("home"), properties, clock);
  }

  private static Failure failureOf(GitRepositorySource source, String locator) {
    return catchThrowableOfType(FailureException.class, () -> source.head(locator, "main"))
        .failure();
  }
}
