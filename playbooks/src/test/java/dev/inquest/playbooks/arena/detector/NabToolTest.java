package dev.inquest.playbooks.arena.detector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inquest.playbooks.arena.PublicTool;
import dev.inquest.playbooks.casefile.CoreJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The rule here and the one of {@code score-cases --nab} give the same points. */
class NabToolTest {
  private static final int SERIES = 60;

  @TempDir Path folder;

  @Test
  void theToolCountsTheSame() throws IOException, InterruptedException {
    Path tool = PublicTool.scoreCases();
    assumeTrue(tool != null, "misses the program score-cases");
    assumeTrue(PublicTool.runs("python3", "--version"), "misses the program python3");
    Watcher watcher = Watcher.of(LoneSeries.playbook());
    List<LabelledSeries> all = new ArrayList<>();
    List<double[]> scores = new ArrayList<>();
    for (int i = 0; i < SERIES; i++) {
      LabelledSeries series = SeriesMaker.make("%04d".formatted(i), 1_000 + i);
      all.add(series);
      scores.add(watcher.scores(series.values()));
    }
    write("truth.jsonl", lines(all, this::truth));
    write("answers.jsonl", lines(all, s -> answer(s, scores.get(all.indexOf(s)))));
    for (double threshold : List.of(0.2, 0.472, 0.8)) {
      double points = 0;
      double of = 0;
      int hit = 0;
      int alarms = 0;
      for (int i = 0; i < SERIES; i++) {
        NabScore own = NabScore.of(scores.get(i), all.get(i).windows(), threshold);
        points += own.points();
        of += own.of();
        hit += own.hit();
        alarms += own.falseAlarms();
      }
      JsonNode theirs = said(requireNonNull(tool), threshold);
      assertThat(theirs.get("score").asDouble())
          .as("at %s", threshold)
          .isCloseTo(100 * points / of, within(1e-9));
      assertThat(theirs.get("windows_hit").asInt()).isEqualTo(hit).isPositive();
      assertThat(theirs.get("false_detections").asInt()).isEqualTo(alarms).isPositive();
    }
  }

  private JsonNode said(Path tool, double threshold) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "python3",
                tool.toString(),
                folder.resolve("truth.jsonl").toString(),
                folder.resolve("answers.jsonl").toString(),
                "--nab",
                "--threshold",
                String.valueOf(threshold),
                "--json")
            .start();
    String json = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return CoreJson.mapper().readTree(json);
  }

  private String truth(LabelledSeries series) {
    String windows =
        series.windows().stream()
            .map(w -> "[" + w.left() * 60 + ", " + w.right() * 60 + "]")
            .collect(Collectors.joining(", "));
    return "{\"case\": \"%s\", \"windows\": [%s], \"rows\": %d}"
        .formatted(series.id(), windows, series.values().length);
  }

  private static String answer(LabelledSeries series, double[] scores) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < scores.length; i++) {
      rows.append(i == 0 ? "[" : ", [").append(i * 60).append(", ").append(scores[i]).append(']');
    }
    return "{\"case\": \"%s\", \"dataset\": \"truth\", \"scores\": [%s]}"
        .formatted(series.id(), rows);
  }

  private static String lines(
      List<LabelledSeries> all, java.util.function.Function<LabelledSeries, String> line) {
    return all.stream().map(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
