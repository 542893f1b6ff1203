package dev.inquest.connectors.zipkin;

import static dev.inquest.connectors.http.LocalServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpHandler;
import dev.inquest.connectors.http.LocalServer;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.evidence.TraceAnswer;
import dev.inquest.evidence.TraceQuery;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server can do to a client, and what the client makes of it. */
class HostileZipkinTest {
  private static final int MAX_QUERIES = 10;
  private static final Duration SOON = Duration.ofMillis(500);
  private static final Duration PATIENT = Duration.ofSeconds(15);
  private static final long FROM = 1_000_000;
  private static final TraceQuery QUERY =
      new TraceQuery(
          Set.of("shop"),
          new TimeWindow(Instant.ofEpochSecond(FROM), Instant.ofEpochSecond(FROM + 60)),
          Duration.ofSeconds(30),
          10,
          1);

  @Test
  void aServerThatHangsIsATimeout() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Failure failure = failureOf(SOON, exchange -> await(never));
    assertThat(failure.code()).isEqualTo("source-timeout");
    assertThat(failure.retryable()).isTrue();
  }

  @Test
  void aBodyThatHangsIsATimeout() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Failure failure =
        failureOf(
            SOON,
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write("[[".getBytes(UTF_8));
              exchange.getResponseBody().flush();
              await(never);
            });
    assertThat(failure.code()).isEqualTo("source-timeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Sign in</body></html>",
        "[[{\"traceId\": \"1\", \"id\": \"1\", \"timest",
        "{}",
        "null",
        "\"text\"",
        "[{\"traceId\": \"1\"}]",
        "[7]",
        "[[",
        ""
      })
  void tracesThatCannotBeReadAreNonsense(String body) throws IOException {
    Failure failure = failureOf(exchange -> answer(exchange, 200, body));
    assertThat(failure.code()).isEqualTo("source-nonsense");
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.message()).doesNotContain("<html>", "Sign in");
  }

  @Test
  void deepNestingIsNonsense() throws IOException {
    Failure failure =
        failureOf(exchange -> answer(exchange, 200, "[[" + "{\"tags\":".repeat(50_000)));
    assertThat(failure.code()).isEqualTo("source-nonsense");
  }

  @Test
  void anEndlessBodyIsAskedForInPartsAndThenLeft() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    TraceAnswer answer =
        ask(exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, 0);
          byte[] block = " ".repeat(1 << 16).getBytes(UTF_8);
          for (int i = 0; i < 160; i++) {
            exchange.getResponseBody().write(block);
          }
          exchange.close();
        });
    assertThat(asked.get()).isLessThanOrEqualTo(MAX_QUERIES);
    assertThat(answer.traces()).isEmpty();
    assertThat(answer.warnings()).anyMatch(w -> w.contains("stretches of time"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, source-refused, false",
    "401, source-refused, false",
    "404, source-refused, false",
    "429, source-busy, true",
    "500, source-unavailable, true",
    "503, source-unavailable, true",
    "504, source-timeout, true",
    "301, source-refused, false"
  })
  void theStatusDecidesWhetherToTryAgain(int status, String code, boolean retryable)
      throws IOException {
    Failure failure = failureOf(exchange -> answer(exchange, status, "told so"));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.message()).contains(Integer.toString(status), "told so");
  }

  @Test
  void whatFailsInPartIsSaid() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    TraceAnswer answer =
        ask(exchange -> {
          boolean first = asked.getAndIncrement() == 0;
          answer(exchange, first ? 500 : 200, first ? "no" : "[]");
        });
    assertThat(answer.warnings()).anyMatch(w -> w.startsWith("1 of 2 stretches"));
  }

  @Test
  void aServerThatNeverRunsOutIsNotAskedForEver() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    TraceAnswer answer =
        ask(exchange -> {
          asked.incrementAndGet();
          answer(exchange, 200, "[" + trace(1) + "," + trace(2) + "," + trace(3) + "]");
        });
    assertThat(asked.get()).isLessThanOrEqualTo(MAX_QUERIES);
    assertThat(answer.warnings()).anyMatch(w -> w.contains("only the newest 3 traces"));
    assertThat(answer.traces()).allMatch(t -> t.weight() >= 1);
  }

  @Test
  void tracesThatWereNotAskedForAreNotTaken() throws IOException {
    TraceAnswer answer =
        ask(exchange ->
            answer(
                exchange,
                200,
                "[[{\"traceId\":\"1\",\"id\":\"1\",\"timestamp\":5,\"duration\":1}],"
                    + trace(7).replace("shop", "other")
                    + "]"));
    assertThat(answer.traces()).isEmpty();
  }

  @Test
  void sendsTheTokenAndNeverShowsIt() throws IOException {
    List<String> sent = new CopyOnWriteArrayList<>();
    Failure failure =
        failureOf(exchange -> {
          sent.add(exchange.getRequestHeaders().getFirst("Authorization"));
          answer(exchange, 403, "bad token=s3cret-token");
        });
    assertThat(sent).isNotEmpty().allMatch("Bearer s3cret-token"::equals);
    assertThat(failure.message()).doesNotContain("s3cret-token");
  }

  @Test
  void asksInMillisecondsForTheServiceAndTheWindow() throws IOException {
    List<String> sent = new CopyOnWriteArrayList<>();
    ask(exchange -> {
      sent.add(exchange.getRequestURI().getRawQuery());
      answer(exchange, 200, "[]");
    });
    assertThat(sent)
        .containsExactlyInAnyOrder(
            "serviceName=shop&endTs=1000030000&lookback=30000&limit=3",
            "serviceName=shop&endTs=1000060000&lookback=30000&limit=3");
  }

  @Test
  void aFailedCheckNamesTheFix() throws IOException {
    try (LocalServer server = new LocalServer(e -> answer(e, 503, ""))) {
      CheckResult result = source(server).check();
      assertThat(result).isInstanceOf(CheckResult.Failed.class);
      assertThat(((CheckResult.Failed) result).complaints().getFirst().fix())
          .contains("inquest.connectors.zipkin");
    }
  }

  @Test
  void aCheckThatGetsNonsenseFails() throws IOException {
    try (LocalServer server = new LocalServer(e -> answer(e, 200, "<html>"))) {
      assertThat(source(server).check()).isInstanceOf(CheckResult.Failed.class);
    }
  }

  private static String trace(int number) {
    return """
    [{"traceId": "%d", "id": "1", "timestamp": %d, "duration": 5,
      "localEndpoint": {"serviceName": "shop"}}]\
    """
        .formatted(number, FROM * 1_000_000 + number);
  }

  private static TraceAnswer ask(HttpHandler handler) throws IOException {
    try (LocalServer server = new LocalServer(handler)) {
      return source(server).sample(QUERY);
    }
  }

  private static Failure failureOf(HttpHandler handler) throws IOException {
    return failureOf(PATIENT, handler);
  }

  private static Failure failureOf(Duration timeout, HttpHandler handler) throws IOException {
    try (LocalServer server = new LocalServer(handler)) {
      ZipkinTraceSource source = Zipkins.source(server.url(), 3, MAX_QUERIES, timeout);
      return catchThrowableOfType(FailureException.class, () -> source.sample(QUERY)).failure();
    }
  }

  private static ZipkinTraceSource source(LocalServer server) {
    return Zipkins.source(server.url(), 3, MAX_QUERIES, PATIENT);
  }

  private static void await(CountDownLatch never) {
    try {
      boolean released = never.await(20, TimeUnit.SECONDS);
      assertThat(released).isFalse();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
