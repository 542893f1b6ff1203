package dev.inquest.connectors.gitlab;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One answer in GitLab's shape. */
record GitLabAnswer(int status, Map<String, String> headers, String body) {
  static GitLabAnswer ok(Object json) {
    return new GitLabAnswer(200, Map.of(), JsonMapper.shared().writeValueAsString(json));
  }

  static GitLabAnswer created(Object json) {
    return new GitLabAnswer(201, Map.of(), JsonMapper.shared().writeValueAsString(json));
  }

  static GitLabAnswer error(int status, String message) {
    return new GitLabAnswer(
        status, Map.of(), JsonMapper.shared().writeValueAsString(Map.of("message", message)));
  }

  /** One page of a list, with the headers of offset pagination. */
  static GitLabAnswer page(List<?> all, Map<String, List<String>> query) {
    int size = Integer.parseInt(query.getOrDefault("per_page", List.of("20")).getFirst());
    int page = Integer.parseInt(query.getOrDefault("page", List.of("1")).getFirst());
    int pages = Math.max(1, Math.ceilDiv(all.size(), size));
    int from = Math.min(all.size(), (page - 1) * size);
    List<?> part = all.subList(from, Math.min(all.size(), from + size));
    Map<String, String> headers =
        Map.of(
            "X-Page",
            Integer.toString(page),
            "X-Per-Page",
            Integer.toString(size),
            "X-Total",
            Integer.toString(all.size()),
            "X-Total-Pages",
            Integer.toString(pages),
            "X-Next-Page",
            page < pages ? Integer.toString(page + 1) : "",
            "X-Prev-Page",
            page > 1 ? Integer.toString(page - 1) : "");
    return new GitLabAnswer(200, headers, JsonMapper.shared().writeValueAsString(part));
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
