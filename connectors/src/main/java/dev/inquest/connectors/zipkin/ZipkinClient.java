package dev.inquest.connectors.zipkin;

import dev.inquest.connectors.http.BoundedBody;
import dev.inquest.connectors.http.HttpApi;
import dev.inquest.connectors.http.HttpRefusal;
import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.connectors.resilience.Redacted;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks version 2 of the HTTP API: each call is guarded and bounded. */
final class ZipkinClient {
  static final String SUBJECT = "zipkin";

  private final ZipkinProperties properties;
  private final Guarded guard;
  private final HttpApi api;

  ZipkinClient(ZipkinProperties properties, Guarded guard) {
    this.properties = properties;
    this.guard = guard;
    this.api = new HttpApi(properties.access());
  }

  /**
   * The newest traces of a cell, {@code tracesPerQuery} at most.
   *
   * @param service that a trace touches; empty means any
   */
  ZipkinAnswer traces(String service, Cell cell) {
    String query = query(service, cell);
    HttpRequest request = api.request("/api/v2/traces?" + query).GET().build();
    return guard.call(() -> {
      try {
        return ZipkinJson.traces(body(request), properties.tracesPerQuery());
      } catch (BoundedBody.TooLongException e) {
        return ZipkinAnswer.tooLong();
      }
    });
  }

  /** Past the guard: for a check that must not wait. */
  int services() throws IOException, InterruptedException {
    try {
      return ZipkinJson.services(
          body(api.request("/api/v2/services").timeout(Duration.ofSeconds(3)).GET().build()));
    } catch (BoundedBody.TooLongException e) {
      throw HttpRefusal.tooLong(SUBJECT, properties.maxResponse());
    }
  }

  /** Both ends of {@code endTs} and {@code lookback}, in ms, are taken in; so the cell sorts. */
  String query(String service, Cell cell) {
    List<Map.Entry<String, String>> parameters = new ArrayList<>();
    if (!service.isEmpty()) {
      parameters.add(Map.entry("serviceName", service));
    }
    parameters.add(Map.entry("endTs", Long.toString(cell.toMillis())));
    parameters.add(Map.entry("lookback", Long.toString(cell.millis())));
    parameters.add(Map.entry("limit", Integer.toString(properties.tracesPerQuery())));
    return HttpApi.form(parameters);
  }

  private byte[] body(HttpRequest request) throws IOException, InterruptedException {
    HttpApi.Answer answer = api.send(request);
    if (answer.status() / 100 != 2) {
      String said = "Zipkin answered " + answer.status() + reason(answer.body());
      throw new FailureException(HttpRefusal.of(SUBJECT, answer.status(), said));
    }
    return answer.body();
  }

  /** What a plain text says; a proxy's HTML says nothing to us. */
  private static String reason(byte[] body) {
    String text = Redacted.text(new String(body, StandardCharsets.UTF_8));
    return text.isEmpty() || text.startsWith("<") ? "" : ": " + text;
  }

  static FailureException nonsense(String what) {
    return new FailureException(
        Failure.permanent(FailureCodes.NONSENSE, SUBJECT, "Zipkin answered nonsense: " + what));
  }
}
