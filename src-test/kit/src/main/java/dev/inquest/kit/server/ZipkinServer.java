package dev.inquest.kit.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inquest.evidence.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real Zipkin that keeps its traces in memory. */
public final class ZipkinServer implements AutoCloseable {
  /** Where the build puts it, in every module that starts one. */
  private static final Path JAR = Path.of("target", "zipkin-server.jar").toAbsolutePath();

  private static final int SPANS_A_REQUEST = 2_000;
  private static final int MAX_SPANS = 2_000_000;

  private final ServerProcess process;

  private ZipkinServer(ServerProcess process) {
    this.process = process;
  }

  public URI url() {
    return process.url();
  }

  /** Skips the test, and says what is missing, where the build has not brought the server. */
  public static ZipkinServer start(Path folder) throws IOException, InterruptedException {
    assumeTrue(
        Files.isReadable(JAR),
        "zipkin-server.jar is not in target (./mvnw process-test-resources brings it)");
    int port = ServerProcess.freePort();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-jar",
            JAR.toString(),
            "--zipkin.storage.type=mem",
            "--zipkin.storage.mem.max-spans=" + MAX_SPANS,
            "--server.port=" + port);
    Path log = folder.resolve("zipkin.log");
    return new ZipkinServer(ServerProcess.start(port, "/health", log, command));
  }

  /** Sends spans and returns when they can be read. */
  public void post(List<Span> spans) throws IOException, InterruptedException {
    for (int from = 0; from < spans.size(); from += SPANS_A_REQUEST) {
      int to = Math.min(spans.size(), from + SPANS_A_REQUEST);
      postJson(ZipkinSpans.write(spans.subList(from, to)));
      // Stored after it was accepted, and not in the order of the requests.
      process.await("/api/v2/trace/" + spans.get(to - 1).traceId());
    }
  }

  /**
   * @param json a list of spans in Zipkin's own form
   */
  public void postJson(String json) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(url().resolve("/api/v2/spans"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json))
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
