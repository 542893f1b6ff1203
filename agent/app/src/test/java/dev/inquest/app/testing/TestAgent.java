package dev.inquest.app.testing;

import dev.inquest.app.AgentProcess;
import dev.inquest.app.postgres.Login;
import dev.inquest.kit.Scratch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The real agent on a free port, with an engine that a test scripts. */
public final class TestAgent implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  private TestAgent(ConfigurableApplicationContext context) {
    this.context = context;
    this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /**
   * @param settings over the defaults of a test
   */
  public static TestAgent start(
      AppDatabase database, ScriptedEngine engine, Map<String, String> settings) {
    Map<String, Object> given = new HashMap<>();
    Login login = database.agent();
    given.putAll(login.properties());
    given.put("server.port", "0");
    given.put("inquest.home", Scratch.folder("agent-home").toString());
    given.put("spring.config.location", "optional:classpath:/none/");
    given.put("inquest.recovery.window", "2s");
    given.put("logging.level.root", "warn");
    given.put("logging.level.dev.inquest", "info");
    given.put("management.tracing.enabled", "false");
    given.put("inquest.warm-up", "false");
    given.putAll(settings);
    ScriptedEngine.Holder.next(engine);
    return new TestAgent(
        new SpringApplicationBuilder(ScriptedEngine.Holder.class, AgentProcess.class)
            .bannerMode(Banner.Mode.OFF)
            .properties(given)
            .run("--server.port=0"));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(30));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Posts as Alertmanager does, with the token {@code am-token}. */
  public HttpResponse<String> alertmanager(String body) {
    return send(
        request("/webhooks/alertmanager")
            .header("Authorization", "Bearer am-token")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }
}
