package dev.inquest.connectors.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.inquest.change.ChangeQuery;
import dev.inquest.connectors.http.TestAuthority;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.GuardLimits;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.actuator.Actuation;
import dev.inquest.proposal.ProposedFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens, trust, and a GitLab that fails; and that the server really holds callers to the API. */
class GitLabServerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void theReadTokenCanNeverWrite() throws IOException {
    try (GitLabServer server = new GitLabServer()) {
      String base = server.project().commit("main", "Begin", "A", Map.of("README.md", "x\n"));
      GitLabActuator actuator = actuator(server, GitLabServer.READ_TOKEN);
      Failure failure =
          catchThrowableOfType(FailureException.class, () -> actuator.open(actuation(server, base)))
              .failure();
      assertThat(failure.code()).isEqualTo("source-refused");
      assertThat(failure.retryable()).isFalse();
      assertThat(server.writesRefused()).hasSize(1);
      assertThat(server.project().head("inquest/0123456789ab")).isNull();
      assertThat(server.project().mergeRequests()).isEmpty();
    }
  }

  @Test
  void aReadTokenThatCouldWriteFailsTheCheck() throws IOException {
    try (GitLabServer server = new GitLabServer()) {
      assertThat(source(server, GitLabServer.READ_TOKEN).check())
          .isInstanceOf(CheckResult.Ok.class);
      CheckResult result = source(server, GitLabServer.WRITE_TOKEN).check();
      assertThat(result).isInstanceOf(CheckResult.Failed.class);
      assertThat(((CheckResult.Failed) result).complaints().getFirst().problem())
          .contains("can do more than read", "api")
          .doesNotContain(GitLabServer.WRITE_TOKEN);
    }
  }

  @Test
  void aWrongTokenIsRefusedAndNeverShown() throws IOException {
    try (GitLabServer server = new GitLabServer()) {
      Failure failure = failureOf(source(server, "glpat-wrong-token-000"));
      assertThat(failure.code()).isEqualTo("source-refused");
      assertThat(failure.message()).doesNotContain("glpat-wrong-token-000");
    }
  }

  @Test
  void anOwnAuthorityIsTrustedWhereItsFileIsGiven() throws Exception {
    TestAuthority authority = TestAuthority.create(folder);
    try (GitLabServer server = new GitLabServer(authority.server())) {
      String version =
          connection(server.url(), authority.certificate()).call(a -> a.getVersion().getVersion());
      assertThat(version).isEqualTo("18.6.0");
      Failure failure =
          catchThrowableOfType(
                  FailureException.class,
                  () -> connection(server.url(), null).call(a -> a.getVersion().getVersion()))
              .failure();
      assertThat(failure.code()).isEqualTo("source-unavailable");
      assertThat(failure.message()).contains("TLS");
      assertThat(failure.retryable()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, source-busy, true",
    "500, source-unavailable, true",
    "502, source-unavailable, true",
    "403, source-refused, false",
    "302, source-refused, false"
  })
  void theStatusDecidesWhetherToTryAgain(int status, String code, boolean retryable)
      throws IOException {
    try (GitLabServer server = new GitLabServer()) {
      server.answerInstead((id, exchange) -> GitLabAnswer.error(status, "said so"));
      Failure failure = failureOf(source(server, GitLabServer.READ_TOKEN));
      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure.retryable()).isEqualTo(retryable);
    }
  }

  @Test
  void whatIsNoJsonIsNonsense() throws IOException {
    try (GitLabServer server = new GitLabServer()) {
      server.answerInstead(
          (id, exchange) -> new GitLabAnswer(200, Map.of(), "<html>Sign in</html>"));
      Failure failure = failureOf(source(server, GitLabServer.READ_TOKEN));
      assertThat(failure.code()).isEqualTo("source-nonsense");
      assertThat(failure.message()).doesNotContain("html");
    }
  }

  @Test
  void aServerThatHangsIsATimeout() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (GitLabServer server = new GitLabServer()) {
      server.answerInstead((id, exchange) -> hang(never));
      GitLabConnection quick =
          Connections.to(server.url(), GitLabServer.READ_TOKEN, Duration.ofMillis(500));
      GitLabChangeSource source = new GitLabChangeSource(quick, tracked(), 1_000);
      assertThat(failureOf(source).code()).isEqualTo("source-timeout");
      never.countDown();
    }
  }

  @Test
  void allPagesAreRead() throws IOException {
    try (GitLabServer server = new GitLabServer()) {
      String sha = server.project().commit("main", "Begin", "A", Map.of("a", "b"));
      for (int i = 0; i < 250; i++) {
        server.project().deployments().add("production", "success", sha, NOON.plusSeconds(i), "A");
      }
      GitLabChangeSource source = source(server, GitLabServer.READ_TOKEN);
      assertThat(source.changes(query(1_000)).changes()).hasSize(250);
      assertThat(server.complaints()).isEmpty();
    }
  }

  @Test
  void aCallThatIsNotPublishedIsAComplaint() throws Exception {
    try (GitLabServer server = new GitLabServer();
        HttpClient http = HttpClient.newHttpClient()) {
      for (String call :
          List.of(
              "GET /api/v4/projects/7/everything",
              "DELETE /api/v4/projects/7/repository/branches/main",
              "GET /api/v4/projects/7/deployments?status=great",
              "GET /api/v4/projects/7/repository/compare?from=a",
              "GET /api/v4/version?verbose=true")) {
        int space = call.indexOf(' ');
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.url() + call.substring(space + 1)))
                .method(call.substring(0, space), HttpRequest.BodyPublishers.noBody())
                .header("PRIVATE-TOKEN", GitLabServer.WRITE_TOKEN)
                .build();
        http.send(request, HttpResponse.BodyHandlers.discarding());
      }
      assertThat(server.complaints()).hasSize(5);
    }
  }

  private static @Nullable GitLabAnswer hang(CountDownLatch never) {
    try {
      boolean released = never.await(20, TimeUnit.SECONDS);
      assertThat(released).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private static Failure failureOf(GitLabChangeSource source) {
    return catchThrowableOfType(FailureException.class, () -> source.changes(query(10))).failure();
  }

  private static ChangeQuery query(int max) {
    return new ChangeQuery(Set.of(), new TimeWindow(NOON, NOON.plusSeconds(3_600)), max);
  }

  private static GitLabChangeSource source(GitLabServer server, String token) {
    return new GitLabChangeSource(Connections.to(server.url(), token), tracked(), 1_000);
  }

  private static List<GitLabProjects.Tracked> tracked() {
    return List.of(new GitLabProjects.Tracked("shop", GitLabServer.PROJECT, "production"));
  }

  private static GitLabActuator actuator(GitLabServer server, String token) {
    return new GitLabActuator(Connections.to(server.url(), token), new GitLabAddress(server.url()));
  }

  private static GitLabConnection connection(URI url, @Nullable Path authority) {
    Guarded guard = new Guarded("gitlab", GuardLimits.DEFAULT, CallListener.NONE);
    return new GitLabConnection(
        url, GitLabServer.READ_TOKEN, authority, Duration.ofSeconds(10), guard);
  }

  private static Actuation actuation(GitLabServer server, String base) {
    return new Actuation(
        "a",
        "p",
        "0123456789ab",
        server.locator(),
        "inquest/0123456789ab",
        "main",
        base,
        List.of(new ProposedFile("new.txt", "x\n")),
        "m",
        "t",
        "d");
  }
}
