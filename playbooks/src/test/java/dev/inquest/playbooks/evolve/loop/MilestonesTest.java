package dev.inquest.playbooks.evolve.loop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.Entry;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.Verification;
import dev.inquest.playbooks.evolve.milestone.Comparison;
import dev.inquest.playbooks.evolve.milestone.MilestoneResult;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.EvolveJson;
import dev.inquest.playbooks.evolve.record.MilestoneLimits;
import dev.inquest.playbooks.evolve.record.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MilestonesTest {
  private static final Settings SETTINGS =
      Runs.settings(13, 7).measured(new MilestoneLimits(5, 200));

  @TempDir Path folder;

  @Test
  void areAtTheStartEachSoManyRoundsAndAtTheEnd() {
    run("run", SETTINGS);
    assertThat(folder.resolve("run/milestones").toFile().list())
        .containsExactlyInAnyOrder("0000", "0005", "0010", "0013");
    MilestoneResult first = result(0);
    assertThat(first.nowSha256()).isEqualTo(first.startSha256());
    assertThat(first.sets()).extracting(Comparison::set).containsExactly("large", "small");
    assertThat(requireNonNull(first.pooled()).tasks()).isEqualTo(60);
    assertThat(requireNonNull(first.pooled()).difference()).isZero();
    assertThat(requireNonNull(first.fresh()).tasks()).isEqualTo(200);
    assertThat(requireNonNull(first.fresh()).mcnemarP()).isEqualTo(1);
  }

  /** It is the same batch each time, and what is gained shows. */
  @Test
  void showWhatWasGained() {
    run("run", Runs.settings(60, 7).measured(new MilestoneLimits(50, 500)));
    MilestoneResult last = result(60);
    assertThat(requireNonNull(last.fresh()).start())
        .isEqualTo(requireNonNull(result(0).fresh()).start());
    assertThat(requireNonNull(last.fresh()).low()).isPositive();
    assertThat(requireNonNull(last.fresh()).mcnemarP()).isLessThan(0.05);
  }

  /** Whatever steers has not seen them: without them it does the same, byte for byte. */
  @Test
  void neverSteer() {
    run("with", Runs.settings(30, 7).measured(new MilestoneLimits(1, 100)));
    run("without", Runs.settings(30, 7).measured(null));
    for (String part : List.of("rounds", "canaries", "playbooks")) {
      assertThat(Runs.files(folder.resolve("with").resolve(part)))
          .isNotEmpty()
          .isEqualTo(Runs.files(folder.resolve("without").resolve(part)));
    }
    assertThat(folder.resolve("without/milestones")).doesNotExist();
  }

  @Test
  void areTheSameForAnyNumberOfWorkers() {
    for (int workers : List.of(1, 2, 4)) {
      Runs.run(
          new MadeArena(), folder.resolve("w" + workers), new HastyDisk(), workers, 1, SETTINGS);
    }
    SortedMap<String, String> one = Runs.files(folder.resolve("w1"));
    assertThat(one).containsKey("milestones/0010/outcomes.csv");
    assertThat(Runs.files(folder.resolve("w2"))).isEqualTo(one);
    assertThat(Runs.files(folder.resolve("w4"))).isEqualTo(one);
  }

  /** The batch is played again and again, so its seeds are not to be read while the run goes on. */
  @Test
  void doNotTellTheirSeeds() {
    run("run", SETTINGS);
    String outcomes = text("milestones/0005/outcomes.csv");
    assertThat(outcomes.lines().filter(l -> l.startsWith("sealed,"))).hasSize(60);
    assertThat(outcomes.lines().filter(l -> l.startsWith("fresh,")))
        .hasSize(200)
        .allMatch(line -> line.split(",", -1)[2].matches("fresh/\\d+"));
    assertThat(text("milestones/0005/result.json")).doesNotContain("seed");
  }

  @Test
  void useNoSeedThatARoundOrCanaryUses() {
    run("run", SETTINGS);
    long[] batch = Runs.key(1).other("milestone", 0, MadeArena.start().digest()).range(0, 200);
    String others =
        Runs.files(folder.resolve("run")).entrySet().stream()
            .filter(e -> e.getKey().endsWith(RunFiles.OUTCOMES))
            .map(e -> e.getValue())
            .collect(Collectors.joining());
    assertThat(others).contains("confirm,0,f");
    assertThat(Arrays.stream(batch).mapToObj("f%016x"::formatted))
        .noneMatch(task -> others.contains(task));
  }

  @Test
  void areCheckedAndPlayedAgain() throws IOException {
    run("run", SETTINGS);
    Rerun rerun = rerun(Verification.verify(folder.resolve("run")));
    rerun.rules();
    assertThat(rerun.milestones()).containsExactly(0, 5, 10, 13);
    rerun.milestones().forEach(rerun::milestone);
    Path result = folder.resolve("run/milestones/0010/result.json");
    Files.writeString(
        result, text("milestones/0010/result.json").replace("\"won\" : ", "\"won\" : 1"));
    assertThatThrownBy(() -> rerun.milestone(10)).hasMessageContaining("the same result.json");
    assertThatThrownBy(() -> Verification.verify(folder.resolve("run")))
        .hasMessageContaining("milestones/0010/result.json is not what was written");
  }

  @Test
  void oneThatIsNotThereIsMissed() {
    run("run", SETTINGS);
    Chain.Read whole = Verification.verify(folder.resolve("run"));
    List<Entry> less =
        whole.entries().stream()
            .filter(e -> e.kind() != Entry.Kind.MILESTONE || e.round() != 10)
            .toList();
    assertThatThrownBy(() -> rerun(new Chain.Read(less, whole.hash())).rules())
        .hasMessageContaining("no milestone after round 10");
  }

  private Rerun rerun(Chain.Read read) {
    return new Rerun(new MadeArena(), new Workers(2), read, this::text);
  }

  private void run(String name, Settings settings) {
    Runs.run(new MadeArena(), folder.resolve(name), new HastyDisk(), 2, 1, settings);
  }

  private MilestoneResult result(int round) {
    String file = RunFiles.milestone(round) + RunFiles.RESULT;
    return EvolveJson.read(text(file), MilestoneResult.class, file);
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve("run").resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
