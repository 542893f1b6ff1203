package dev.inquest.connectors.gitlab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * A GitLab in this process that holds callers to {@link ApiDescription}: a call that is not
 * published is answered 404 or 400 and remembered as a complaint. The read token can never write.
 */
final class GitLabServer implements AutoCloseable {
  static final String READ_TOKEN = "glpat-read-0123456789abcdef";
  static final String WRITE_TOKEN = "glpat-write-0123456789abcdef";
  static final String PROJECT = "team/shop";

  private final HttpServer server;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final ApiDescription description;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> writesRefused = new CopyOnWriteArrayList<>();
  private final GitLabProject project = new GitLabProject(PROJECT);
  private final String scheme;
  private volatile @Nullable BiFunction<String, HttpExchange, @Nullable GitLabAnswer> instead;

  GitLabServer() throws IOException {
    this(null);
  }

  GitLabServer(@Nullable SSLContext tls) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      server = HttpServer.create(any, 0);
      scheme = "http";
    } else {
      HttpsServer secure = HttpsServer.create(any, 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = secure;
      scheme = "https";
    }
    description = new ApiDescription();
    server.setExecutor(workers);
    server.createContext("/", this::handle);
    server.start();
  }

  URI url() {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  String locator() {
    return url() + "/" + PROJECT + ".git";
  }

  GitLabProject project() {
    return project;
  }

  /** Calls that the published description does not allow; a test asserts that there are none. */
  List<String> complaints() {
    return complaints;
  }

  /** Writes tried with the read token. */
  List<String> writesRefused() {
    return writesRefused;
  }

  /** Answers some operations by hand, for failures; null lets the server answer. */
  void answerInstead(BiFunction<String, HttpExchange, @Nullable GitLabAnswer> by) {
    instead = by;
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    GitLabAnswer answer;
    try {
      answer = answer(exchange);
    } catch (RuntimeException e) {
      complaints.add("the server failed: " + e);
      answer = GitLabAnswer.error(500, "500 Internal Server Error");
    }
    answer.send(exchange);
  }

  private GitLabAnswer answer(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
    if (!READ_TOKEN.equals(token) && !WRITE_TOKEN.equals(token)) {
      return GitLabAnswer.error(401, "401 Unauthorized");
    }
    String path = exchange.getRequestURI().getRawPath();
    String named = exchange.getRequestMethod() + " " + path;
    ApiDescription.Call call = call(exchange, path);
    ApiDescription.@Nullable Match match =
        path.startsWith("/api/v4/") ? description.match(call).orElse(null) : null;
    if (match == null) {
      complaints.add(named + " is not published");
      return GitLabAnswer.error(404, "404 Not Found");
    }
    match.complaints().forEach(c -> complaints.add(named + ": " + c));
    if (match.writes() && READ_TOKEN.equals(token)) {
      writesRefused.add(named);
      return GitLabAnswer.error(403, "403 Forbidden - insufficient_scope");
    }
    if (!match.complaints().isEmpty()) {
      return GitLabAnswer.error(400, String.join(", ", match.complaints()));
    }
    BiFunction<String, HttpExchange, @Nullable GitLabAnswer> by = instead;
    GitLabAnswer own = by == null ? null : by.apply(match.id(), exchange);
    return own == null ? byProject(match.id(), token, call) : own;
  }

  private GitLabAnswer byProject(String id, String token, ApiDescription.Call call) {
    return switch (id) {
      case "version" -> GitLabAnswer.ok(Map.of("version", "18.6.0", "revision", "abcdef1"));
      case "self" ->
          GitLabAnswer.ok(
              Map.of(
                  "id",
                  1,
                  "name",
                  "inquest",
                  "revoked",
                  false,
                  "active",
                  true,
                  "scopes",
                  READ_TOKEN.equals(token) ? List.of("read_api") : List.of("api")));
      default ->
          call.path().get(1).equals(PROJECT)
              ? project.answer(id, call, url())
              : GitLabAnswer.error(404, "404 Project Not Found");
    };
  }

  private ApiDescription.Call call(HttpExchange exchange, String path) throws IOException {
    String below = path.replaceFirst("^/api/v4/", "");
    List<String> segments =
        Arrays.stream(below.split("/"))
            .map(s -> URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new ApiDescription.Call(
        exchange.getRequestMethod(),
        segments,
        ApiDescription.parameters(exchange.getRequestURI().getRawQuery()),
        fields(body, String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))));
  }

  /** GitLab takes JSON and forms; a form's texts are read as what they look like. */
  private static Map<String, JsonNode> fields(String body, String type) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    if (type.startsWith("application/json")) {
      JsonMapper.shared()
          .readTree(body)
          .properties()
          .forEach(e -> fields.put(e.getKey(), e.getValue()));
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      ApiDescription.parameters(body)
          .forEach((name, values) -> fields.put(name, formValue(values.getFirst())));
    }
    return fields;
  }

  private static JsonNode formValue(String text) {
    return text.matches("true|false")
        ? JsonMapper.shared().readTree(text)
        : StringNode.valueOf(text);
  }
}
