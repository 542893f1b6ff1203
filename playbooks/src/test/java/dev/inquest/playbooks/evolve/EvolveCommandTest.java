package dev.inquest.playbooks.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.seed.RunKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvolveCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writePlaybooks() throws IOException {
    Files.createDirectories(folder.resolve("start"));
    for (var file : MadeArena.start().files().entrySet()) {
      Files.writeString(folder.resolve("start").resolve(file.getKey()), file.getValue());
    }
  }

  @Test
  void aRunIsMadeProvedAndTold() throws IOException {
    assertThat(evolve("--rounds", "9", "--seed", "7")).isZero();
    assertThat(err.toString())
        .contains("canary planted      judged rightly")
        .contains("round 9/9  score 0.")
        .contains("α left 0.0");
    assertThat(run("--verify", runFolder())).isZero();
    assertThat(err.toString().lines().filter(l -> l.contains("bit for bit"))).hasSize(3);
    assertThat(run("--verify", runFolder(), "--all")).isZero();
    assertThat(err.toString().lines().filter(l -> l.contains("bit for bit"))).hasSize(12);
    assertThat(err.toString())
        .contains(
            "milestone after round 0  all sealed: ", "milestone after round 9: the same again");
    assertThat(run("report", runFolder())).isZero();
    assertThat(run("--verify", runFolder())).as("a report changes no record").isZero();
    assertThat(Files.readString(folder.resolve("run/report.md")))
        .contains("# A run of the learning loop", "| label-leak | rightly | rejected |")
        .contains(
            "## Milestones",
            "They never steered",
            "| 9 | all sealed | 60 |",
            "| 9 | fresh | 500 |");
  }

  @Test
  void thePageIsWholeAndHarmless() throws IOException {
    evolve("--rounds", "4");
    run("report", runFolder());
    String page = Files.readString(folder.resolve("run/report.html"));
    assertThat(page)
        .contains("<svg", "</svg>", "</html>", "Canaries", "They never steered", "all sealed")
        .doesNotContain("<script", "href=", "src=", "http://", "https://", "url(");
  }

  @Test
  void aTouchedRecordIsNotProvedNorTold() throws IOException {
    evolve("--rounds", "2");
    Path memory = folder.resolve("run/rounds/0002/memory.md");
    Files.writeString(memory, Files.readString(memory) + " ");
    assertThat(run("--verify", runFolder())).isEqualTo(1);
    assertThat(err.toString()).contains("rounds/0002/memory.md is not what was written");
    assertThat(run("report", runFolder())).isEqualTo(1);
    assertThat(folder.resolve("run/report.html")).doesNotExist();
  }

  @Test
  void aRecordThatWasMadeUpAndChainedIsFoundByPlayingItAgain() {
    evolve("--rounds", "3");
    // As if the record had been forged to the last hash: another arena gives other outcomes.
    CommandLine other =
        new CommandLine(
            new EvolveCommand(request -> new MadeArena(0.3), CLOCK, EvolveCommandTest::key));
    other.setErr(new PrintWriter(err));
    assertThat(other.execute("--verify", runFolder())).isEqualTo(1);
    assertThat(err.toString()).contains("does not give the same outcomes.csv again");
  }

  @Test
  void aPlaceboConfirmsEveryCandidateAndKeepsNone() {
    assertThat(evolve("--rounds", "20", "--placebo")).isZero();
    assertThat(err.toString()).contains("round 20/20").contains("α left 0.0000").contains("kept 0");
    assertThat(run("placebo", runFolder())).isZero();
    Matcher told =
        Pattern.compile("1000 families of 20 .* (\\d+) kept anything").matcher(out.toString());
    assertThat(told.find()).isTrue();
    assertThat(Integer.parseInt(told.group(1))).isBetween(1, 65);
  }

  @Test
  void commandLinesThatCannotBeAreRefused() {
    assertThat(run("--rounds", "3")).isEqualTo(2);
    assertThat(run("--all", "--rounds", "3", "--out", runFolder())).isEqualTo(2);
    assertThat(run("--rounds", "0", "--out", runFolder())).isEqualTo(2);
    assertThat(run("--verify", runFolder(), "--rounds", "3")).isEqualTo(2);
    assertThat(run("--rounds", "3", "--out", runFolder(), "--arm", "none")).isEqualTo(2);
    assertThat(run("--rounds", "3", "--out", runFolder(), "--train", "x")).isEqualTo(2);
    assertThat(run("--rounds", "3", "--out", runFolder(), "--workers", "0")).isEqualTo(2);
    assertThat(run("--rounds", "3", "--out", runFolder(), "--max-trials", "0")).isEqualTo(2);
    assertThat(run("--verify", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void theEvolvedPlaybooksCanBeginAnotherRun() {
    evolve("--rounds", "12", "--seed", "7");
    Subject.Files evolved = Subject.Files.from(folder.resolve("run/playbooks"));
    assertThat(evolved.valid()).isTrue();
    assertThat(
            run(
                "--rounds",
                "1",
                "--out",
                folder.resolve("next").toString(),
                "--playbooks",
                folder.resolve("run/playbooks").toString()))
        .isZero();
  }

  @Test
  void runsAreComparedOnTheSameTasks() {
    evolve("--rounds", "12", "--seed", "7");
    String start = folder.resolve("start").toString();
    assertThat(run("compare", runFolder(), start, "--playbooks", start, "--pairs", "300")).isZero();
    Matcher told =
        Pattern.compile(
                "run against the start: (\\d+) -> (\\d+) of 300 right, \\+.*"
                    + "start against the start: (\\d+) -> (\\d+) of 300 right, \\+0\\.0 points.*"
                    + "start against the first: (\\d+) -> (\\d+) of 300 right, -.*",
                Pattern.DOTALL)
            .matcher(out.toString());
    assertThat(told.find()).as(out.toString()).isTrue();
    String before = told.group(1);
    String after = told.group(2);
    assertThat(Integer.parseInt(after)).isGreaterThan(Integer.parseInt(before));
    assertThat(List.of(told.group(3), told.group(4), told.group(6))).containsOnly(before);
    assertThat(told.group(5)).isEqualTo(after);
  }

  @Test
  void whatHoldsNoPlaybooksIsNotCompared() {
    assertThat(run("compare", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("evolve compare: the folder of playbooks cannot be read");
    assertThat(run("compare", runFolder(), "--pairs", "0")).isEqualTo(2);
    assertThat(run("compare", runFolder(), "--train", "x")).isEqualTo(2);
    assertThat(run("compare")).isEqualTo(2);
  }

  /** With any key a canary may be judged wrongly, seldom as that is: the guards err too. */
  private static RunKey key() {
    return new RunKey("a key of a run that is known....".getBytes(StandardCharsets.US_ASCII));
  }

  private String runFolder() {
    return folder.resolve("run").toString();
  }

  private int evolve(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--out", runFolder(), "--playbooks", folder.resolve("start").toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    CommandLine command =
        new CommandLine(
            new EvolveCommand(request -> new MadeArena(), CLOCK, EvolveCommandTest::key));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }
}
