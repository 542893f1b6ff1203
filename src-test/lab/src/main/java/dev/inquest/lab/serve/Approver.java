package dev.inquest.lab.serve;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Does what a person does in a browser: signs in, reads the page, sends its form. */
public final class Approver {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .connectTimeout(TIMEOUT)
          .build();
  private final Access access;

  public Approver(Access access) {
    this.access = access;
  }

  /** Approves the very bytes that the page shows. */
  public void approve(String proposal, String reason) throws IOException {
    signIn();
    URI page = access.gate().resolve("/proposals/" + proposal);
    Form form = Form.find(get(page), "/decisions");
    Map<String, String> fields = new LinkedHashMap<>(form.fields());
    fields.put("decision", "approve");
    fields.put("reason", reason);
    expectRedirect(post(page.resolve(form.action()), fields), "the decision");
  }

  private void signIn() throws IOException {
    URI page = access.gate().resolve("/login");
    Form form = Form.find(get(page), "/login");
    Map<String, String> fields = new LinkedHashMap<>(form.fields());
    fields.put("username", access.person());
    fields.put("password", access.password());
    HttpResponse<String> answer = post(page.resolve(form.action()), fields);
    expectRedirect(answer, "signing in");
    if (answer.headers().firstValue("Location").orElse("").contains("error")) {
      throw new IOException("the gate does not know " + access.person());
    }
  }

  private String get(URI page) throws IOException {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(page).GET());
    if (answer.statusCode() != 200) {
      throw new IOException(page.getPath() + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpResponse<String> post(URI address, Map<String, String> fields) throws IOException {
    String body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return browser.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void expectRedirect(HttpResponse<String> answer, String what) throws IOException {
    if (answer.statusCode() != 303 && answer.statusCode() != 302) {
      throw new IOException(what + " was answered with " + answer.statusCode());
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
