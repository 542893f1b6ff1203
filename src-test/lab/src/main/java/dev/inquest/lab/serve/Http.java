package dev.inquest.lab.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON over HTTP with a bearer token. A process that is down or restarting is no answer, not an
 * error.
 */
final class Http {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
  private final URI base;

  Http(URI base) {
    this.base = base;
  }

  /** Empty where the answer is not 200. */
  Optional<JsonNode> json(String path, String token) {
    return text(path, token).map(JSON::readTree);
  }

  /** Empty where the answer is not 200. */
  Optional<String> text(String path, String token) {
    return send(request(path, token).GET().build())
        .filter(response -> response.statusCode() == 200)
        .map(HttpResponse::body);
  }

  /** The status; 0 where there was no answer. */
  int status(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).GET().build())
        .map(HttpResponse::statusCode)
        .orElse(0);
  }

  /** The status; 0 where there was no answer. */
  int post(String path, String token, String type, JsonNode body) {
    return send(request(path, token)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build())
        .map(HttpResponse::statusCode)
        .orElse(0);
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  private Optional<HttpResponse<String>> send(HttpRequest request) {
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
