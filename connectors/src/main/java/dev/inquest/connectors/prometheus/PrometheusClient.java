package dev.inquest.connectors.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.connectors.http.BoundedBody;
import dev.inquest.connectors.http.PrivateTrust;
import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the HTTP API: each call is guarded, sent as a POST form, and bounded. */
final class PrometheusClient {
  private final PrometheusProperties properties;
  private final Guarded guard;
  private final HttpClient http;

  PrometheusClient(PrometheusProperties properties, Guarded guard) {
    this.properties = properties;
    this.guard = guard;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // A redirect could carry the token to another host.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(properties.timeout());
    if (properties.caFile() != null) {
      builder.sslContext(PrivateTrust.context(properties.caFile()));
    }
    this.http = builder.build();
  }

  /** Calls {@code /api/v1/<path>} with a form; a parameter may be given several times. */
  PrometheusAnswer post(String path, List<Map.Entry<String, String>> form) {
    String body =
        form.stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return guard.call(() -> send(request.build()));
  }

  /** Calls {@code /api/v1/<path>} without parameters. */
  PrometheusAnswer get(String path) {
    return guard.call(() -> send(request(path).GET().build()));
  }

  /** As {@link #post}, past the guard: for a check that must not wait. */
  PrometheusAnswer probe(String query) throws IOException, InterruptedException {
    String body = "query=" + encoded(query);
    return send(
        request("query")
            .timeout(Duration.ofSeconds(3))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    String root = properties.url().toString().replaceAll("/{1,9}$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + "/api/v1/" + path))
            .timeout(properties.timeout())
            .header("Accept", "application/json");
    if (properties.tenant() != null) {
      request.header("X-Scope-OrgID", properties.tenant());
    }
    if (properties.token() != null) {
      request.header("Authorization", "Bearer " + properties.token());
    } else if (properties.username() != null) {
      String pair = properties.username() + ":" + properties.password();
      request.header(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }
    return request;
  }

  private PrometheusAnswer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      int max = (int) properties.maxResponse().toBytes();
      byte[] body = BoundedBody.read(response.body(), max);
      return PrometheusAnswer.of(response.statusCode(), body);
    } catch (BoundedBody.TooLongException e) {
      throw new FailureException(
          Failure.permanent(
              FailureCodes.REFUSED,
              "prometheus",
              "the answer is over " + properties.maxResponse().toMegabytes() + " MB"));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
