package dev.inquest.app.intake;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inquest.app.testing.Until;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager that sends what it is told to a receiver. */
final class Alertmanager implements AutoCloseable {
  private static final String PROGRAM = "prometheus-alertmanager";
  private final Process process;
  private final URI url;
  private final HttpClient http = HttpClient.newHttpClient();

  private Alertmanager(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Skips the test, and says what is missing, where the program is not installed. */
  static Alertmanager start(Path folder, String receiver, String token) throws IOException {
    assumeTrue(
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, PROGRAM))),
        PROGRAM + " is not on the PATH (Debian's package of that name)");
    Path config = Files.writeString(folder.resolve("alertmanager.yml"), config(receiver, token));
    int port = freePort();
    Process process =
        new ProcessBuilder(
                PROGRAM,
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("alertmanager.log").toFile())
            .start();
    Alertmanager started = new Alertmanager(process, URI.create("http://127.0.0.1:" + port));
    Until.holds("Alertmanager is ready", started::isReady);
    return started;
  }

  private static String config(String receiver, String token) {
    return """
    route:
      receiver: inquest
      group_by: [service]
      group_wait: 100ms
      group_interval: 1s
      repeat_interval: 1h
    receivers:
      - name: inquest
        webhook_configs:
          - url: %s
            send_resolved: true
            http_config: {authorization: {credentials: %s}}
    """
        .formatted(receiver, token);
  }

  private boolean isReady() {
    try {
      return send(HttpRequest.newBuilder(url.resolve("/-/ready")).GET()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Raises, or with an end that has passed resolves, as Prometheus does. */
  void post(String alerts) throws IOException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(url.resolve("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(alerts)));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  String metrics() throws IOException {
    return send(HttpRequest.newBuilder(url.resolve("/metrics")).GET()).body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    http.close();
  }
}
