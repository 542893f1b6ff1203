package dev.inquest.app.cli.remote;

import dev.inquest.playbooks.casefile.CoreJson;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One process's HTTP interface. Follows no redirect, so that the token goes nowhere else. Failures
 * are {@link dev.inquest.failure.FailureException}s that say what to do.
 */
final class Api {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final long MAX_BYTES = 128L << 20;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  private final Side side;
  private final Need need;
  private final List<URI> bases;
  private final @Nullable String token;
  private int base;

  /**
   * @param bases where it may be; the first that takes a connection is it
   */
  Api(Side side, Need need, List<URI> bases, @Nullable String token) {
    this.side = side;
    this.need = need;
    this.bases = List.copyOf(bases);
    this.token = token;
  }

  /** Where it was reached. */
  URI base() {
    return bases.get(base);
  }

  /**
   * @param path from {@code /}; what came from outside went through {@link #encoded}
   */
  JsonNode get(String path) {
    return Json.read(bytes(path), side.title() + "'s answer");
  }

  byte[] bytes(String path) {
    return send(path, "GET", null);
  }

  /** An object as JSON. */
  JsonNode post(String path, Object body) {
    return post(path, CoreJson.write(body).getBytes(StandardCharsets.UTF_8));
  }

  JsonNode post(String path, byte[] json) {
    return Json.read(send(path, "POST", json), side.title() + "'s answer");
  }

  /** For a query's value or a path's segment. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private byte[] send(String path, String method, byte @Nullable [] body) {
    HttpResponse<byte[]> answer = answer(path, method, body);
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return answer.body();
    }
    throw Refusals.of(side, need, token != null, status, answer.body());
  }

  private HttpResponse<byte[]> answer(String path, String method, byte @Nullable [] body) {
    while (true) {
      try {
        return exchange(request(path, method, body));
      } catch (ConnectException e) {
        if (base + 1 == bases.size()) {
          throw Refusals.notRunning(side, bases, e);
        }
        base++;
      }
    }
  }

  private HttpRequest request(String path, String method, byte @Nullable [] body) {
    String root = base().toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(ANSWER)
            .header("Accept", "application/json, */*;q=0.5")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  /** The client's own timeout ends with the head; this one with the body. */
  private HttpResponse<byte[]> exchange(HttpRequest request) throws ConnectException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        CLIENT.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BYTES));
    try {
      return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw Refusals.timedOut(side, base(), e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw Refusals.timedOut(side, base(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ConnectException refused) {
        throw refused;
      }
      throw Refusals.broken(side, base(), e.getCause());
    }
  }
}
