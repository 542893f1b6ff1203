package dev.inquest.connectors.prometheus;

import static dev.inquest.connectors.http.LocalServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.inquest.connectors.http.LocalServer;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What a server can do to a client, and what the client makes of it. */
class HostilePrometheusTest {
  private static final String TWO_GAUGES =
      """
      {"status": "success", "data": [
        {"__name__": "good_usage", "service": "shop"}, {"__name__": "bad_usage", "service": "shop"}]}
      """;
  private static final Duration IMPATIENT = Duration.ofMillis(700);
  private static final MetricQuery QUERY =
      new MetricQuery(
          Set.of("shop"),
          new TimeWindow(Instant.ofEpochSecond(1_000_000), Instant.ofEpochSecond(1_000_600)),
          Duration.ofSeconds(15),
          100,
          100_000);

  @Test
  void aServerThatHangsIsATimeout() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Failure failure = failureOf(exchange -> await(never), IMPATIENT);
    assertThat(failure.code()).isEqualTo("source-timeout");
    assertThat(failure.retryable()).isTrue();
  }

  @Test
  void aBodyThatHangsIsATimeout() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Failure failure =
        failureOf(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write("{\"status\":".getBytes(UTF_8));
              exchange.getResponseBody().flush();
              await(never);
            },
            IMPATIENT);
    assertThat(failure.code()).isEqualTo("source-timeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Sign in</body></html>",
        "{\"status\": \"success\", \"data\": [{\"__name__\": \"a_us",
        "[]",
        "null",
        "\"text\"",
        "{\"status\": \"success\"}",
        "{\"status\": \"success\", \"data\": {\"not\": \"a list\"}}",
        "{\"status\": \"success\", \"data\": [7]}",
        "{\"status\": \"success\", \"data\": [{\"__name__\": 7}]}",
        "{\"status\": 200, \"data\": []}",
        ""
      })
  void aListThatCannotBeReadIsNonsense(String body) throws IOException {
    Failure failure = failureOf(exchange -> answer(exchange, 200, body));
    assertThat(failure.code()).isEqualTo("source-nonsense");
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.message()).doesNotContain("<html>", "Sign in");
  }

  @Test
  void anEndlessBodyIsCutOff() throws IOException {
    Failure failure =
        failureOf(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = " ".repeat(1 << 16).getBytes(UTF_8);
          for (int i = 0; i < 160; i++) {
            exchange.getResponseBody().write(block);
          }
          exchange.close();
        });
    assertThat(failure.code()).isEqualTo("source-refused");
    assertThat(failure.message()).contains("over 1 MB");
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
    Failure failure =
        failureOf(
            exchange -> answer(exchange, status, "{\"status\":\"error\",\"error\":\"told so\"}"));
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.retryable()).isEqualTo(retryable);
    assertThat(failure.message()).contains(Integer.toString(status), "told so");
  }

  @Test
  void oneBadExpressionDoesNotSpoilTheOthers() throws IOException {
    MetricAnswer answer =
        ask(exchange -> {
          String form = form(exchange);
          if (isList(exchange)) {
            answer(exchange, 200, TWO_GAUGES);
          } else if (form.contains("bad_usage")) {
            answer(exchange, 422, "{\"status\":\"error\",\"error\":\"duplicate labels\"}");
          } else {
            answer(exchange, 200, matrix("good_usage"));
          }
        });
    assertThat(answer.series()).extracting(s -> s.id().name()).containsExactly("good_usage");
    assertThat(answer.warnings()).anyMatch(w -> w.contains("bad_usage"));
    assertThat(answer.truncated()).isTrue();
  }

  @Test
  void warningsOfTheSourceArePassedOn() throws IOException {
    MetricAnswer answer =
        ask(exchange -> {
          form(exchange);
          String body = isList(exchange) ? TWO_GAUGES : matrix("good_usage");
          String warned = body.replaceFirst("\\{", "{\"warnings\": [\"a store did not answer\"],");
          answer(exchange, 200, warned);
        });
    assertThat(answer.warnings()).contains("a store did not answer");
  }

  @Test
  void sendsTokenAndTenantAndNeverShowsTheToken() throws IOException {
    List<String> sent = new ArrayList<>();
    Failure failure =
        failureOf(exchange -> {
          sent.add(exchange.getRequestHeaders().getFirst("Authorization"));
          sent.add(exchange.getRequestHeaders().getFirst("X-Scope-OrgID"));
          answer(exchange, 403, "{\"error\":\"bad token=s3cret-token\"}");
        });
    assertThat(sent).containsExactly("Bearer s3cret-token", "team-a");
    assertThat(failure.message()).doesNotContain("s3cret-token");
  }

  @Test
  void aFailedCheckNamesTheFix() throws IOException {
    try (LocalServer server = new LocalServer(e -> answer(e, 503, ""))) {
      CheckResult result = source(server).check();
      assertThat(result).isInstanceOf(CheckResult.Failed.class);
      assertThat(((CheckResult.Failed) result).complaints().getFirst().fix())
          .contains("inquest.connectors.prometheus");
    }
  }

  private static String matrix(String family) {
    return """
    {"status": "success", "data": {"resultType": "matrix", "result": [
      {"metric": {"inquest_family": "%s", "service": "shop"}, "values": [[1000005, "+Inf"]]}]}}
    """
        .formatted(family);
  }

  private static MetricAnswer ask(HttpHandler handler) throws IOException {
    try (LocalServer server = new LocalServer(handler)) {
      return source(server).series(QUERY);
    }
  }

  private static Failure failureOf(HttpHandler handler) throws IOException {
    return failureOf(handler, Duration.ofSeconds(30));
  }

  private static Failure failureOf(HttpHandler handler, Duration timeout) throws IOException {
    try (LocalServer server = new LocalServer(handler)) {
      return catchThrowableOfType(
              FailureException.class, () -> source(server, timeout).series(QUERY))
          .failure();
    }
  }

  /** Where the server is to answer: far longer than that takes on a busy machine. */
  private static PrometheusMetricSource source(LocalServer server) {
    return source(server, Duration.ofSeconds(30));
  }

  private static PrometheusMetricSource source(LocalServer server, Duration timeout) {
    @Nullable String none = null;
    PrometheusProperties properties =
        new PrometheusProperties(
            server.url(),
            "s3cret-token",
            none,
            none,
            "team-a",
            null,
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            100,
            2,
            timeout,
            timeout.multipliedBy(8),
            DataSize.ofMegabytes(1),
            List.of("service"));
    return new PrometheusMetricSource(
        properties, new Guarded("prometheus", properties.limits(), CallListener.NONE));
  }

  private static boolean isList(HttpExchange exchange) {
    return !exchange.getRequestURI().getPath().endsWith("query_range");
  }

  private static String form(HttpExchange exchange) throws IOException {
    return URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8);
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
