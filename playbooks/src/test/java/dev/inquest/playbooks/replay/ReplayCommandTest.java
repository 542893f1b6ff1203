package dev.inquest.playbooks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.casefile.CaseWriter;
import dev.inquest.playbooks.casefile.CoreJson;
import dev.inquest.playbooks.format.CatalogueLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class ReplayCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeCases() {
    for (String id : List.of("0001", "0002")) {
      CaseWriter.write(folder.resolve("made").resolve(id), MadeCase.of(id));
    }
  }

  @Test
  void aDataSetGivesOneLineACaseInOrder() {
    assertThat(run(folder.resolve("made").toString(), "--jsonl")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode first = CoreJson.mapper().readTree(lines.getFirst());
    assertThat(first.get("case").asString()).isEqualTo("0001");
    assertThat(first.get("dataset").asString()).isEqualTo("made");
    assertThat(Set.of("identified", "no_code_cause", "inconclusive"))
        .as("a tenfold latency is not healthy")
        .contains(first.get("verdict").asString());
    assertThat(first.get("onset").asString()).startsWith("2026-07-11T13:");
    assertThat(first.get("duration_ms").asDouble()).isPositive();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aBrokenCaseIsALineAndTheRunGoesOn() throws IOException {
    Files.writeString(folder.resolve("made/0001/alert.json"), "{");
    assertThat(run(folder.resolve("made").toString(), "--jsonl")).isEqualTo(3);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst())
        .startsWith(
            "{\"case\":\"0001\",\"dataset\":\"made\",\"error\":\"made/0001/alert.json, line");
    assertThat(lines.getLast()).contains("\"case\":\"0002\"").contains("\"verdict\"");
  }

  @Test
  void aMissingFolderIsALineToo() {
    assertThat(run(folder.resolve("gone/0009").toString(), "--jsonl")).isEqualTo(3);
    assertThat(out.toString()).startsWith("{\"case\":\"0009\",\"dataset\":\"gone\",\"error\":");
  }

  @Test
  void peopleSeeTheVerdictFirst() {
    assertThat(run(folder.resolve("made/0001").toString())).isZero();
    assertThat(out.toString()).contains("\nNot checked\n").doesNotContain("\t");
    assertThat(run(folder.resolve("made").toString())).isZero();
    assertThat(out.toString()).contains("CASE       VERDICT").contains("2 cases\n");
    assertThat(run(folder.resolve("made").toString(), "-o", "md")).isZero();
    assertThat(out.toString()).startsWith("## made/0001\n\n");
  }

  @Test
  void programsSeeItems() {
    assertThat(run(folder.resolve("made/0001").toString(), "-o", "json")).isZero();
    JsonNode item = CoreJson.mapper().readTree(out.toString()).get("items").get(0);
    assertThat(item.get("case").asString()).isEqualTo("0001");
    assertThat(item.has("sentence")).isTrue();
    assertThat(item.has("duration_ms")).isTrue();
  }

  @Test
  void whatIsNotBuiltIsRefused() {
    assertThat(run(folder.toString(), "--nab")).isEqualTo(2);
    assertThat(err.toString()).contains("--nab prints lines: give --jsonl too.");
    assertThat(run(folder.toString(), "--nab", "--jsonl", "--memory", "m")).isEqualTo(2);
    assertThat(err.toString()).contains("--memory has nothing to say of them");
    assertThat(run()).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMemoryThatCannotBeReadIsNotLeftOutInSilence() {
    assertThat(run(folder.resolve("made").toString(), "--memory", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--memory: ").contains("holds no truth.jsonl");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMemoryOfAnotherSystemChangesNoAnswer() {
    assertThat(run(folder.resolve("made").toString(), "--jsonl")).isZero();
    List<String> without = withoutDurations();
    Path memory = MadeMemory.write(folder.resolve("memory"));
    assertThat(run(folder.resolve("made").toString(), "--jsonl", "--memory", memory.toString()))
        .isZero();
    assertThat(withoutDurations()).hasSize(2).isEqualTo(without);
  }

  @Test
  void aPastIncidentOfTheSameKindIsEvidence() {
    Path memory = MadeMemory.write(folder.resolve("memory"));
    Path now = MadeMemory.burst(folder.resolve("now/0009"), "0009", "bill-0", "shop-1");
    assertThat(run(now.toString(), "--jsonl")).isZero();
    assertThat(first().get("instance").asString()).isEqualTo("shop-1");
    assertThat(run(now.toString(), "--jsonl", "--memory", memory.toString())).isZero();
    assertThat(first().get("instance").asString()).isEqualTo("bill-0");
    assertThat(first().get("indicator").asString()).isEqualTo("leak");
    assertThat(first().get("kind").asString()).isEqualTo("resource");
    assertThat(first().get("evidence")).hasSizeGreaterThan(1);
  }

  private JsonNode first() {
    return CoreJson.mapper().readTree(out.toString()).get("causes").get(0);
  }

  private List<String> withoutDurations() {
    return out.toString().lines().map(line -> line.replaceAll("\"duration_ms\".*", "")).toList();
  }

  @Test
  void aReplayIsTheSameEveryTime() {
    Replay replay = new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, () -> 0);
    String first = replay.run(folder.resolve("made/0001")).line();
    assertThat(replay.run(folder.resolve("made/0001")).line()).isEqualTo(first);
    assertThat(first).endsWith("\"duration_ms\":0.0}");
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    return new CommandLine(new ReplayCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
