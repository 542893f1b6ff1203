package dev.inquest.app.serve;

import dev.inquest.app.cli.Main;
import dev.inquest.app.testing.Until;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code inquest serve} as an operator starts it: a process of its own, with its children. */
final class Serving implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(2);

  private final Path home;
  private final int agentPort;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private Serving(Path home, int agentPort, Process process) {
    this.home = home;
    this.agentPort = agentPort;
    this.process = process;
  }

  static Serving start(Path home, Map<String, String> environment) throws IOException {
    int agent = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve");
    builder.environment().putAll(environment);
    builder.environment().put("INQUEST_HOME", home.toString());
    builder.environment().put("SERVER_PORT", Integer.toString(agent));
    builder.environment().put("INQUEST_GATE_PORT", Integer.toString(freePort()));
    builder.directory(Files.createDirectories(home.resolveSibling("elsewhere")).toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(home.resolveSibling("serve-" + agent + ".out").toFile());
    return new Serving(home, agent, builder.start());
  }

  String said() throws IOException {
    return Files.readString(home.resolveSibling("serve-" + agentPort + ".out"));
  }

  Serving awaitReady() throws IOException {
    Until.holds("agent and gate are ready", READY, this::saysBothAreReady);
    return this;
  }

  private boolean saysBothAreReady() {
    try {
      if (!process.isAlive()) {
        throw new AssertionError("serve ended: " + said());
      }
      return said().contains("agent is ready") && said().contains("gate is ready");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  ProcessHandle child(String role) {
    return find(role).orElseThrow(() -> new AssertionError("no " + role + " runs"));
  }

  Optional<ProcessHandle> find(String role) {
    return process
        .toHandle()
        .children()
        .filter(p -> line(p).contains("serve --role " + role + " --supervised"))
        .findFirst();
  }

  /** From /proc: the JDK gives no command line that is longer than a page. Empty once it ended. */
  static String line(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
          .replace('\0', ' ');
    } catch (IOException e) {
      return "";
    }
  }

  /** The child and all else that was started. */
  List<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  Process process() {
    return process;
  }

  int status(String path) {
    return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)));
  }

  String body(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  /** False where nobody answers, too. */
  boolean says(String path, String part) {
    try {
      return body(path).contains(part);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  int alert(String token, String body) {
    return send(
        HttpRequest.newBuilder(uri("/webhooks/alertmanager"))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body)));
  }

  /** 0 where nobody answers. */
  private int send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + agentPort + path);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> all = family();
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      all.forEach(ProcessHandle::destroyForcibly);
    }
    http.close();
  }
}
