package dev.inquest.patient;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Serves the release's endpoints. */
final class Shop implements HttpHandler {
  private static final int MAX_QUERY_CHARACTERS = 500;

  /** A status with its body. */
  private record Reply(int status, String body) {}

  private final Map<String, Endpoint> endpoints;
  private final Release release;
  private final StatementRunner statements;
  private final Tracer tracer;
  private final MeterRegistry meters;
  private final Logs logs;
  private final AtomicLong served = new AtomicLong();

  Shop(Release release, StatementRunner runner, Tracer tracer, MeterRegistry meters, Logs logs) {
    this.release = release;
    this.endpoints =
        release.endpoints().stream()
            .collect(Collectors.toUnmodifiableMap(e -> e.method() + " " + e.path(), e -> e));
    this.statements = runner;
    this.tracer = tracer;
    this.meters = meters;
    this.logs = logs;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      Endpoint endpoint = endpoints.get(exchange.getRequestMethod() + " " + path);
      if (endpoint == null) {
        boolean health = path.equals("/health");
        answer(exchange, new Reply(health ? 200 : 404, health ? "{\"status\":\"up\"}" : "{}"));
      } else {
        serve(exchange, endpoint);
      }
    }
  }

  private void serve(HttpExchange exchange, Endpoint endpoint) throws IOException {
    long start = System.nanoTime();
    Span span =
        tracer
            .spanBuilder(endpoint.method() + " " + endpoint.path())
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("http.request.method", endpoint.method())
            .setAttribute("http.route", endpoint.path())
            .setAttribute("url.path", endpoint.path())
            .startSpan();
    Reply reply = new Reply(500, "{}");
    try (Scope scope = span.makeCurrent()) {
      reply = reply(endpoint, exchange.getRequestURI().getQuery());
      answer(exchange, reply);
    } finally {
      span.setAttribute("http.response.status_code", reply.status());
      if (reply.status() >= 500) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
      Metrics.request(meters, endpoint, reply.status())
          .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  private Reply reply(Endpoint endpoint, @Nullable String query) {
    try {
      return new Reply(200, Json.write(content(endpoint, arguments(query))));
    } catch (NumberFormatException e) {
      return new Reply(400, Json.write(Map.of("error", "parameters are numbers")));
    } catch (SQLException e) {
      logs.write(
          Logs.Severity.ERROR,
          endpoint.name() + " failed: SQL state " + e.getSQLState(),
          Span.current().getSpanContext());
      return new Reply(500, Json.write(Map.of("error", "the database did not answer")));
    }
  }

  private Map<String, Object> content(Endpoint endpoint, Map<String, @Nullable Object> arguments)
      throws SQLException {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("banner", release.text("banner.text"));
    arguments.put("page_size", release.number("page.size"));
    for (Statement statement : endpoint.statements()) {
      List<Map<String, @Nullable Object>> rows = statements.run(statement, arguments);
      if (!rows.isEmpty()) {
        rows.getFirst().forEach(arguments::putIfAbsent);
      }
      content.put(statement.name(), rows);
    }
    if (served.incrementAndGet() % release.number("log.every") == 1) {
      logs.write(
          Logs.Severity.INFO,
          release.text("log.served") + " " + endpoint.name(),
          Span.current().getSpanContext());
    }
    return content;
  }

  private static Map<String, @Nullable Object> arguments(@Nullable String query) {
    Map<String, @Nullable Object> arguments = new HashMap<>();
    if (query == null || query.length() > MAX_QUERY_CHARACTERS) {
      return arguments;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        arguments.put(pair.substring(0, equals), Long.valueOf(pair.substring(equals + 1)));
      }
    }
    return arguments;
  }

  private static void answer(HttpExchange exchange, Reply reply) throws IOException {
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reply.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
