package dev.inquest.playbooks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class SeriesScoresTest {
  private static final int ROWS = 120;
  private static final int SPIKE = 100;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();

  /** One case of nothing but a series: no alert, no case.json. */
  @BeforeEach
  void writeSeries() throws IOException {
    write("0001", series("0001", "120.001"));
  }

  @Test
  void aLineHasEveryRowInOrder() {
    assertThat(run("--nab", "--jsonl", folder.resolve("made").toString())).isZero();
    JsonNode line = CoreJson.mapper().readTree(out.toString());
    assertThat(line.propertyNames()).containsExactlyInAnyOrder("case", "scores");
    assertThat(line.get("case").asString()).isEqualTo("0001");
    JsonNode scores = line.get("scores");
    assertThat(scores.size()).isEqualTo(ROWS);
    assertThat(scores.get(0).toString()).isEqualTo("[1000.0,0.0]");
    assertThat(scores.get(SPIKE).toString()).isEqualTo("[7000.0,1.0]");
    assertThat(scores.get(ROWS - 1).get(0).asDouble()).isEqualTo(120.001 + 8000);
    assertThat(scores.get(SPIKE + 1).get(1).asDouble()).isZero();
  }

  @Test
  void whatIsNotOneSeriesGetsALineThatSaysWhy() throws IOException {
    String two = series("a", "120").replace("# EOF\n", "") + "value{service=\"b\"} 1 5\n# EOF\n";
    write("0002", two);
    write("0003", "value 1\n");
    assertThat(run("--jsonl", "--nab", folder.resolve("made").toString())).isEqualTo(3);
    assertThat(out.toString().lines().toList())
        .hasSize(3)
        .satisfies(lines -> {
          assertThat(lines.get(1))
              .startsWith("{\"case\":\"0002\",\"dataset\":\"made\",\"error\":")
              .contains("holds 2 series; --nab scores cases of exactly one");
          assertThat(lines.get(2)).contains("0003/metrics.om, line 1");
        });
  }

  @Test
  void thePlaybooksNumbersAreUsed() {
    assertThat(StreamingSettings.of(CatalogueLoader.builtIn()))
        .as("the built-in playbooks say what is the default")
        .isEqualTo(StreamingSettings.DEFAULT);
  }

  private void write(String id, String text) throws IOException {
    Path metrics = folder.resolve("made").resolve(id).resolve("metrics.om");
    Files.createDirectories(metrics.getParent());
    Files.writeString(metrics, text);
  }

  /** Constant but for one row. */
  private static String series(String service, String lastOffset) {
    StringBuilder text = new StringBuilder("# TYPE value gauge\n");
    for (int i = 0; i < ROWS; i++) {
      String time =
          i == ROWS - 1
              ? String.valueOf(8000 + Double.parseDouble(lastOffset))
              : String.valueOf(1000 + 60 * i);
      text.append("value{service=\"")
          .append(service)
          .append("\"} ")
          .append(i == SPIKE ? 9 : 7)
          .append(' ')
          .append(time)
          .append('\n');
    }
    return text.append("# EOF\n").toString();
  }

  private int run(String... arguments) {
    return new CommandLine(new ReplayCommand()).setOut(new PrintWriter(out)).execute(arguments);
  }
}
