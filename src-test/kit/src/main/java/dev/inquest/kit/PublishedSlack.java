package dev.inquest.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Slack's Web API as its published OpenAPI description has it, not as our client thinks of it:
 * {@code chat.postMessage} and {@code chat.update} take POST, a form or JSON, the token in a
 * header; only the listed parameters exist; identifiers and timestamps have the published patterns;
 * blocks are an array of objects that each have a type. The limits of Block Kit (50 blocks, 3,000
 * characters a section, 150 a header, 2,000 a button's value) come from its reference pages.
 * Anything else is answered as Slack answers it and kept in {@link #violations}.
 */
public final class PublishedSlack implements AutoCloseable {
  public static final String TOKEN = "xoxb-test-token";
  public static final String TEAM = "T0123ABC";
  public static final String CHANNEL = "C012345678";

  private static final Set<String> POST_PARAMETERS =
      Set.of(
          "as_user",
          "attachments",
          "blocks",
          "channel",
          "icon_emoji",
          "icon_url",
          "link_names",
          "mrkdwn",
          "parse",
          "reply_broadcast",
          "text",
          "thread_ts",
          "unfurl_links",
          "unfurl_media",
          "username");
  private static final Set<String> UPDATE_PARAMETERS =
      Set.of("as_user", "attachments", "blocks", "channel", "link_names", "parse", "text", "ts");
  private static final Pattern TS = Pattern.compile("^\\d{10}\\.\\d{6}$");
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A message as it stands now. */
  public record Message(String ts, Map<String, String> parameters, int edits) {}

  public final List<String> violations = new CopyOnWriteArrayList<>();
  public final List<Message> messages = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile String failNext = "";
  private int next;

  public PublishedSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public String apiUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  /** Answers the next call with this error. */
  public void failNextWith(String error) {
    failNext = error;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestURI().getPath().replaceFirst("^/api/", "");
      Map<String, String> form = form(exchange);
      String answer = answer(exchange, method, form);
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String answer(HttpExchange exchange, String method, Map<String, String> form) {
    if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return error("invalid_auth");
    }
    if (form.containsKey("token")) {
      violations.add(method + ": the token belongs in the header");
    }
    if (!failNext.isEmpty()) {
      String error = failNext;
      failNext = "";
      return error(error);
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return violate(method, "not a POST", "invalid_post_type");
    }
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
      return violate(method, "the body is " + type, "invalid_post_type");
    }
    return switch (method) {
      case "auth.test" ->
          "{\"ok\":true,\"url\":\"https://example.slack.com/\",\"team\":\"Example\",\"user\":\"bot\","
              + "\"team_id\":\""
              + TEAM
              + "\",\"user_id\":\"U0BOT0000\"}";
      case "chat.postMessage" -> post(form);
      case "chat.update" -> update(form);
      default -> violate(method, "no such method", "unknown_method");
    };
  }

  private String post(Map<String, String> form) {
    String broken = check("chat.postMessage", form, POST_PARAMETERS);
    if (!broken.isEmpty()) {
      return broken;
    }
    String parent = form.get("thread_ts");
    if (parent != null && messages.stream().noneMatch(m -> m.ts().equals(parent))) {
      return violate("chat.postMessage", "no such thread " + parent, "thread_not_found");
    }
    String ts = "17000000%02d.000100".formatted(next++);
    messages.add(new Message(ts, form, 0));
    return "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\",\"message\":{\"type\":\"message\",\"ts\":\"%s\",\"text\":\"\"}}"
        .formatted(CHANNEL, ts, ts);
  }

  private String update(Map<String, String> form) {
    String broken = check("chat.update", form, UPDATE_PARAMETERS);
    if (!broken.isEmpty()) {
      return broken;
    }
    String ts = form.getOrDefault("ts", "");
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).ts().equals(ts)) {
        messages.set(i, new Message(ts, form, messages.get(i).edits() + 1));
        return "{\"ok\":true,\"channel\":\"%s\",\"ts\":\"%s\",\"text\":\"\",\"message\":{\"text\":\"\"}}"
            .formatted(CHANNEL, ts);
      }
    }
    return violate("chat.update", "no message " + ts, "message_not_found");
  }

  private String check(String method, Map<String, String> form, Set<String> known) {
    for (String name : form.keySet()) {
      if (!known.contains(name)) {
        return violate(method, "unknown parameter " + name, "invalid_arg_name");
      }
    }
    if (!CHANNEL.equals(form.get("channel"))) {
      return violate(method, "channel is " + form.get("channel"), "channel_not_found");
    }
    if (known.contains("ts") && !TS.matcher(form.getOrDefault("ts", "")).matches()) {
      return violate(method, "ts is " + form.get("ts"), "message_not_found");
    }
    if (!form.containsKey("text")) {
      return violate(method, "no text for notifications", "no_text");
    }
    return blocks(method, form.getOrDefault("blocks", "[]"));
  }

  private String blocks(String method, String text) {
    JsonNode blocks = JSON.readTree(text);
    if (!blocks.isArray() || blocks.size() > 50) {
      return violate(method, "blocks are no array of at most 50", "invalid_blocks_format");
    }
    for (JsonNode block : blocks) {
      String wrong = wrongBlock(block);
      if (!wrong.isEmpty()) {
        return violate(method, wrong + ": " + block, "invalid_blocks");
      }
    }
    return "";
  }

  private static String wrongBlock(JsonNode block) {
    String text = block.path("text").path("text").stringValue("");
    return switch (block.path("type").stringValue("")) {
      case "header" ->
          text.isEmpty() || text.length() > 150 ? "header text of " + text.length() : "";
      case "section" ->
          text.isEmpty() || text.length() > 3_000 ? "section text of " + text.length() : "";
      case "context" -> block.path("elements").size() > 10 ? "more than 10 elements" : "";
      case "actions" -> wrongActions(block.path("elements"));
      default -> "no such block type";
    };
  }

  private static String wrongActions(JsonNode elements) {
    List<String> ids = new ArrayList<>();
    for (JsonNode element : elements) {
      String id = element.path("action_id").stringValue("");
      if (id.isEmpty() || ids.contains(id)) {
        return "action_id missing or twice";
      }
      ids.add(id);
      if (element.path("value").stringValue("").length() > 2_000) {
        return "button value over 2,000";
      }
      if (element.path("text").path("text").stringValue("").length() > 75) {
        return "button text over 75";
      }
    }
    return elements.size() > 25 ? "more than 25 elements" : "";
  }

  private String violate(String method, String what, String error) {
    violations.add(method + ": " + what);
    return error(error);
  }

  private static String error(String code) {
    return "{\"ok\":false,\"error\":\"" + code + "\"}";
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> out = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        out.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return out;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
