package dev.inquest.kit.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Prometheus whose history was written before it started. */
public final class PrometheusServer implements AutoCloseable {
  private final ServerProcess process;

  private PrometheusServer(ServerProcess process) {
    this.process = process;
  }

  public URI url() {
    return process.url();
  }

  /** An address where nobody answers. */
  public static URI nowhere() throws IOException {
    return URI.create("http://127.0.0.1:" + ServerProcess.freePort());
  }

  /** Skips the test, and says what is missing, where the programs are not installed. */
  public static PrometheusServer start(Path folder, String openMetrics) throws Exception {
    ServerProcess.assumeInstalled("prometheus", "prometheus");
    ServerProcess.assumeInstalled("promtool", "prometheus");
    Path data = Files.createDirectories(folder.resolve("data"));
    Path history = Files.writeString(folder.resolve("history.om"), openMetrics);
    run(folder, "promtool", "tsdb", "create-blocks-from", "openmetrics", history, data);
    Path config = Files.writeString(folder.resolve("prometheus.yml"), "scrape_configs: []\n");
    int port = ServerProcess.freePort();
    List<String> command =
        List.of(
            "prometheus",
            "--config.file=" + config,
            "--storage.tsdb.path=" + data,
            "--storage.tsdb.retention.time=100y",
            "--web.listen-address=127.0.0.1:" + port);
    Path log = folder.resolve("prometheus.log");
    return new PrometheusServer(ServerProcess.start(port, "/-/ready", log, command));
  }

  @Override
  public void close() {
    process.close();
  }

  private static void run(Path folder, Object... command) throws Exception {
    Path log = folder.resolve("promtool.log");
    Process process =
        new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError(Files.readString(log));
    }
  }
}
