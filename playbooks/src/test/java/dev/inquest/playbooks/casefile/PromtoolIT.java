package dev.inquest.playbooks.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.SeriesId;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, Prometheus' own tool loads. */
class PromtoolIT {
  @TempDir Path folder;

  @Test
  void loadsWhatTheWriterWrites() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool"))),
        "missing program: promtool (Debian package prometheus)");
    long start = 1_681_771_200_000L;
    MetricSeries odd =
        new MetricSeries(
            SeriesId.of("shop.latency", Map.of("service", "a \"b\" \\ \n c", "statistic", "p95")),
            new long[] {start, start + 15_500, start + 31_001},
            new double[] {1e-7, Double.NaN, Double.POSITIVE_INFINITY});
    MetricSeries counted =
        new MetricSeries(
            SeriesId.of("http_requests_total", Map.of("service", "a")),
            new long[] {start, start + 15_000},
            new double[] {0, 12.5});
    Path file = Files.write(folder.resolve("m.om"), OpenMetricsText.write(List.of(odd, counted)));
    run("tsdb", "create-blocks-from", "openmetrics", file.toString(), folder + "/data");
    // Dumping wants a log of writes beside the blocks, even an empty one.
    Files.createDirectories(folder.resolve("data/wal"));
    assertThat(run("tsdb", "dump", folder + "/data"))
        .contains("service=\"a\"")
        .contains("12.5 " + (start + 15_000))
        .contains("1e-07 " + start)
        .contains("+Inf " + (start + 31_001));
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exit = process.waitFor();
    String said = Files.readString(output);
    assertThat(exit).as(said).isZero();
    return said;
  }
}
