package dev.inquest.connectors.prometheus;

import dev.inquest.connectors.http.BoundedBody;
import dev.inquest.connectors.http.HttpApi;
import dev.inquest.connectors.http.HttpRefusal;
import dev.inquest.connectors.resilience.Guarded;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks the HTTP API: each call is guarded, sent as a POST form, and bounded. */
final class PrometheusClient {
  private final PrometheusProperties properties;
  private final Guarded guard;
  private final HttpApi api;

  PrometheusClient(PrometheusProperties properties, Guarded guard) {
    this.properties = properties;
    this.guard = guard;
    this.api = new HttpApi(properties.access());
  }

  /** Calls {@code /api/v1/<path>} with a form; a parameter may be given several times. */
  PrometheusAnswer post(String path, List<Map.Entry<String, String>> form) {
    HttpRequest request = posted(path, form).build();
    return guard.call(() -> send(request));
  }

  /** Calls {@code /api/v1/<path>} without parameters. */
  PrometheusAnswer get(String path) {
    return guard.call(() -> send(request(path).GET().build()));
  }

  /** As {@link #post}, past the guard: for a check that must not wait. */
  PrometheusAnswer probe(String query) throws IOException, InterruptedException {
    return send(
        posted("query", List.of(Map.entry("query", query))).timeout(Duration.ofSeconds(3)).build());
  }

  private HttpRequest.Builder posted(String path, List<Map.Entry<String, String>> form) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(HttpApi.form(form)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = api.request("/api/v1/" + path);
    if (properties.tenant() != null) {
      request.header("X-Scope-OrgID", properties.tenant());
    }
    return request;
  }

  private PrometheusAnswer send(HttpRequest request) throws IOException, InterruptedException {
    try {
      HttpApi.Answer answer = api.send(request);
      return PrometheusAnswer.of(answer.status(), answer.body());
    } catch (BoundedBody.TooLongException e) {
      throw HttpRefusal.tooLong(PrometheusAnswer.SUBJECT, properties.maxResponse());
    }
  }
}
