package dev.inquest.kit.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of another program, on a free port of this machine. */
final class ServerProcess implements AutoCloseable {
  private static final Duration MAX_WAIT = Duration.ofSeconds(90);

  private final Process process;
  private final URI url;
  private final Path log;

  private ServerProcess(Process process, URI url, Path log) {
    this.process = process;
    this.url = url;
    this.log = log;
  }

  /** Returns when the path answers 200. */
  static ServerProcess start(int port, String readyPath, Path log, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ServerProcess server = new ServerProcess(process, URI.create("http://127.0.0.1:" + port), log);
    server.await(readyPath);
    return server;
  }

  URI url() {
    return url;
  }

  /** Waits until the path answers 200. */
  void await(String path) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + MAX_WAIT.toNanos();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(5)).build();
      while (!isThere(http, request)) {
        if (!process.isAlive() || System.nanoTime() - deadline > 0) {
          close();
          throw new AssertionError(path + " does not answer 200\n" + Files.readString(log));
        }
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static boolean isThere(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
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
  }

  /** A port that nobody listens on. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Skips the test, and says what is missing, where a program is not installed. */
  static void assumeInstalled(String program, String debianPackage) {
    boolean installed =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(installed, program + " is not on the PATH (Debian's package " + debianPackage + ")");
  }
}
