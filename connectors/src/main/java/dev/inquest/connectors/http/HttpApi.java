package dev.inquest.connectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One HTTP API: authenticated, bounded, never redirected. Thread-safe. */
public final class HttpApi {
  /** Any status; the whole body. */
  public static final class Answer {
    private final int status;
    private final byte[] body;

    private Answer(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }

    public int status() {
      return status;
    }

    /** Not copied: whoever reads it leaves it as it is. */
    public byte[] body() {
      return body;
    }
  }

  private final HttpAccess access;
  private final String root;
  private final HttpClient http;

  public HttpApi(HttpAccess access) {
    this.access = access;
    this.root = access.url().toString().replaceAll("/{1,9}$", "");
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // A redirect could carry the token to another host.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(access.timeout());
    if (access.caFile() != null) {
      builder.sslContext(PrivateTrust.context(access.caFile()));
    }
    this.http = builder.build();
  }

  /**
   * @param path below the root, with a leading slash
   */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .timeout(access.timeout())
            .header("Accept", "application/json");
    if (access.token() != null) {
      request.header("Authorization", "Bearer " + access.token());
    } else if (access.username() != null) {
      String pair = access.username() + ":" + access.password();
      request.header(
          "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }
    return request;
  }

  /**
   * @throws BoundedBody.TooLongException where the body is longer than {@code max-response}
   */
  public Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    byte[] body = BoundedBody.read(response.body(), (int) access.maxResponse().toBytes());
    return new Answer(response.statusCode(), body);
  }

  /** {@code name=value&…}, of a query or a form; a name may be given several times. */
  public static String form(List<Map.Entry<String, String>> parameters) {
    return parameters.stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
