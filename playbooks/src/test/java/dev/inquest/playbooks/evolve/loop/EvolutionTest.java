package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.failure.FailureException;
import dev.inquest.playbook.Playbook;
import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.log.Chain;
import dev.inquest.playbooks.evolve.log.FileDisk;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.log.Verification;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.Decision;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.wealth.ConfirmationLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolutionTest {
  @TempDir Path folder;

  @Test
  void findsWhatMattersAndProvesIt() throws IOException {
    Evolution.Result result = run(new MadeArena(), Runs.settings(60, 7));
    assertThat(result.rounds()).isEqualTo(60);
    assertThat(result.kept()).isPositive();
    assertThat(result.misjudged()).as("canaries").isZero();
    Subject.Files evolved = Subject.Files.from(folder.resolve(RunFiles.PLAYBOOKS));
    Playbook made = evolved.catalogue().find("made").orElseThrow();
    assertThat(made.detectParameter("word_scale", 0)).isBetween(1.5, 6.0);
    assertThat(folder.resolve("rounds").toFile().list()).hasSize(60);
    for (String file : List.of("memory.md", "criticism.md", "plan.json", "candidate.diff")) {
      assertThat(folder.resolve("rounds/0060").resolve(file)).exists();
    }
    assertThat(Files.readString(folder.resolve("rounds/0060/memory.md")))
        .containsPattern("\\[l-\\d+] helpful=\\d+ harmful=\\d+ :: ");
    proved();
  }

  @Test
  void noClimbStandsStill() {
    run(MadeArena.withoutLuckOfItsOwn(), Runs.settings(30, 7));
    Chain.Read chain = Verification.verify(folder);
    List<RoundRecord> past = new ArrayList<>();
    int climbs = 0;
    for (RunReader.Played played :
        RunReader.rounds(chain.entries(), this::text, MadeArena.start())) {
      List<Look> before = new ArrayList<>();
      for (Look look : played.round().plan().looks()) {
        if (look.kind() == EditKind.CLIMB) {
          climbs++;
          assertThat(telling(look.edits())).isNotEqualTo(telling(summit(past, before)));
        }
        before.add(look);
      }
      past.add(played.round());
    }
    assertThat(climbs).isPositive();
  }

  /** The edits that this arena tells apart. */
  private static Set<Edit> telling(List<Edit> edits) {
    return edits.stream().filter(e -> e.target().contains("word_")).collect(Collectors.toSet());
  }

  /** Of the best that was screened in this season, or looked at in this round. */
  private static List<Edit> summit(List<RoundRecord> past, List<Look> looks) {
    List<Edit> best = List.of();
    double value = 0;
    int since = Season.after(past, Runs.settings(30, 7).newPoolAfter()).since();
    for (RoundRecord round : past.subList(since, past.size())) {
      boolean screened = round.decision().decision() == Decision.Choice.SCREENED;
      if (screened && round.value() > value) {
        best = round.plan().edits();
        value = round.value();
      }
    }
    for (Look look : looks) {
      if (look.value() > value) {
        best = look.edits();
        value = look.value();
      }
    }
    return best;
  }

  /** A search that stays with the same tasks learns them by heart. */
  @Test
  void eachSeasonHasItsOwnPool() throws IOException {
    MadeArena changing = new MadeArena().whosePoolChanges();
    Settings settings = Runs.settings(20, 7);
    List<RoundRecord> rounds = seasons(changing, settings);
    assertThat(rounds).filteredOn(RoundRecord::confirmation).hasSizeGreaterThan(1);
    assertThat(Season.after(rounds, settings.newPoolAfter()).number()).isGreaterThan(1);
  }

  @Test
  void whereNothingIsWorthAConfirmationThePoolChangesToo() throws IOException {
    MadeArena changing = MadeArena.whereNothingMatters().whosePoolChanges();
    Settings settings = Runs.settings(28, 7);
    List<RoundRecord> rounds = seasons(changing, settings);
    assertThat(rounds).noneMatch(round -> round.confirmation() || round.plan().of() > 0);
    assertThat(Season.after(rounds, settings.newPoolAfter()).number())
        .isEqualTo(28 / settings.newPoolAfter());
  }

  /** The rounds of a run in which each looked at the pool of its own season. */
  private List<RoundRecord> seasons(MadeArena changing, Settings settings) throws IOException {
    Runs.run(changing, folder, new HastyDisk(), 2, 1, settings);
    List<RoundRecord> past = new ArrayList<>();
    for (RunReader.Played played :
        RunReader.rounds(Verification.verify(folder).entries(), this::text, MadeArena.start())) {
      int season = Season.after(past, settings.newPoolAfter()).number();
      String outcomes = text(RunFiles.round(played.round().round()) + RunFiles.OUTCOMES);
      if (outcomes.contains("pool")) {
        List<String> pool = changing.pool(season);
        assertThat(outcomes).contains(pool.getFirst() + ",", pool.getLast() + ",");
        assertThat(outcomes).doesNotContain(changing.pool(season + 1).getLast() + ",");
      }
      past.add(played.round());
    }
    proved(changing);
    return past;
  }

  @Test
  void whereLooksAreCheapARoundTakesMoreAndClimbsOn() {
    Arena cheap = MadeArena.withoutLuckOfItsOwn().whereLooksAreCheap();
    Settings settings = Runs.settings(12, 7);
    Runs.run(cheap, folder, new HastyDisk(), 2, 1, settings);
    RunReader.Played first =
        RunReader.rounds(Verification.verify(folder).entries(), this::text, MadeArena.start())
            .getFirst();
    List<Look> looks = first.round().plan().looks();
    int elsewhere = settings.looks() + 1; // and what gained, together
    assertThat(looks).filteredOn(Look::matters).hasSizeGreaterThan(elsewhere);
    assertThat(looks)
        .as("in the first round there is nothing else to climb from")
        .anyMatch(look -> look.kind() == EditKind.CLIMB);
    proved(cheap);
  }

  @Test
  void theKeyIsToldAtTheEndAndTheFileGone() throws IOException {
    Runs.run(new MadeArena(), folder, new FileDisk(), 2, 1, Runs.settings(1, 7));
    assertThat(folder.resolve(RunFiles.KEY)).doesNotExist();
    assertThat(Files.readString(folder.resolve(RunFiles.HEAD))).contains(Runs.key(1).hex());
  }

  @Test
  void noRoundBeginsBeyondTheBudgetOfTrials() {
    Evolution.Result result =
        run(new MadeArena(), looking(1, 5, Runs.settings(50, 7)).within(500, Settings.MOST_TIME));
    assertThat(result.rounds()).isEqualTo(3);
    assertThat(result.reason()).isEqualTo("all 500 trials");
  }

  @Test
  void looksAreOfTheBudgetToo() {
    Settings settings = Runs.settings(50, 7).within(500, Settings.MOST_TIME);
    assertThat(run(new MadeArena(), settings).rounds()).isEqualTo(1);
    assertThat(Runs.files(folder.resolve("rounds")).get("0001/plan.json"))
        .as("at least two looks")
        .containsSubsequence("\"candidate_sha256\"", "\"candidate_sha256\"");
  }

  @Test
  void aMadeUpLookIsFoundByLookingAgain() throws IOException {
    Runs.run(new MadeArena(), folder, new FileDisk(), 2, 1, Runs.settings(3, 7));
    Chain.Read chain = Verification.verify(folder);
    try (Workers workers = new Workers(2)) {
      Rerun honest = new Rerun(new MadeArena(), workers, chain, this::text);
      honest.round(1);
      Rerun madeUp =
          new Rerun(
              new MadeArena(),
              workers,
              chain,
              file -> text(file).replaceFirst("\"belief\" : [-0-9.]+", "\"belief\" : 77.0"));
      assertThatThrownBy(() -> madeUp.round(1)).hasMessageContaining("same on the pool");
    }
  }

  @Test
  void whatIsWorthNothingIsHardlyEverKept() {
    // 20 finalists each, as many as may be; the bound is one run in twenty.
    int keeping = 0;
    for (int i = 0; i < 40; i++) {
      Evolution.Result result =
          Runs.run(
              new MadeArena(0),
              folder.resolve("run" + i),
              new HastyDisk(),
              2,
              i,
              every(1, Runs.settings(20, i)));
      keeping += result.kept() > 0 ? 1 : 0;
    }
    assertThat(keeping).isLessThanOrEqualTo(6);
  }

  @Test
  void aPlaceboIsNeverBetter() {
    Evolution.Result result = run(new MadeArena(), Settings.of(20, 7, Arm.RANDOM_PROPOSER, true));
    assertThat(result.kept()).isZero();
    assertThat(Runs.files(folder.resolve("rounds")).get("0020/decision.json"))
        .contains("\"alpha_spent\" : 0.05");
    proved();
  }

  @Test
  void stopsWhereNothingIsKeptForLong() {
    Settings all = Runs.settings(50, 3);
    Settings settings =
        new Settings(
            50,
            3,
            Arm.FULL,
            false,
            all.confirmEvery(),
            all.looks(),
            all.quickLooks(),
            all.newPoolAfter(),
            2,
            8,
            all.maxTrials(),
            all.maxTime(),
            all.memoryBytes(),
            all.confirmation(),
            all.guards(),
            null);
    Evolution.Result result = run(new MadeArena(0), settings);
    assertThat(result.rounds()).isEqualTo(8);
    assertThat(result.reason()).isEqualTo("8 rounds without a keep");
    assertThat(Runs.files(folder.resolve("rounds")).get("0008/plan.json"))
        .contains("\"strategy\" : \"random\"");
  }

  @Test
  void theFilesAreTheSameForAnyNumberOfWorkers() {
    Settings settings = Runs.settings(8, 5);
    for (int workers : List.of(1, 2, 4)) {
      Runs.run(
          new MadeArena(), folder.resolve("w" + workers), new HastyDisk(), workers, 1, settings);
    }
    assertThat(Runs.files(folder.resolve("w2"))).isEqualTo(Runs.files(folder.resolve("w1")));
    assertThat(Runs.files(folder.resolve("w4"))).isEqualTo(Runs.files(folder.resolve("w1")));
  }

  /** At each single write of a run, half an appended line included. */
  @Test
  void aRunThatIsCutOffAnywhereEndsAsIfItHadNotBeen() {
    Settings settings = every(2, Runs.settings(4, 5));
    Arena changing = new MadeArena().whosePoolChanges();
    CutOffDisk whole = new CutOffDisk(Integer.MAX_VALUE);
    Runs.run(changing, folder.resolve("whole"), whole, 2, 1, settings);
    assertThat(whole.calls()).isGreaterThan(50);
    for (int i = 0; i < whole.calls(); i++) {
      Path cut = folder.resolve("cut" + i);
      CutOffDisk failing = new CutOffDisk(i);
      assertThatThrownBy(() -> Runs.run(changing, cut, failing, 2, 1, settings))
          .isInstanceOf(CutOffDisk.PowerFailure.class);
      Runs.run(changing, cut, new HastyDisk(), 2, 1, settings);
      assertThat(Runs.files(cut))
          .as("cut off at write " + i)
          .isEqualTo(Runs.files(folder.resolve("whole")));
    }
  }

  @Test
  void aFolderWithAnotherRunIsRefused() {
    run(new MadeArena(), Runs.settings(1, 5));
    assertThatThrownBy(() -> run(new MadeArena(), Runs.settings(1, 6)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("run-other");
  }

  @Test
  void aFolderWithSomethingElseIsRefusedAndLeftAlone() throws IOException {
    Path mine = folder.resolve("playbooks/mine.md");
    Files.createDirectories(folder.resolve("playbooks"));
    Files.writeString(mine, "mine");
    assertThatThrownBy(() -> run(new MadeArena(), Runs.settings(1, 5)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("something that is no run");
    assertThat(mine).hasContent("mine");
  }

  private Evolution.Result run(MadeArena arena, Settings settings) {
    return Runs.run(arena, folder, new HastyDisk(), 2, 1, settings);
  }

  private void proved() {
    proved(new MadeArena());
  }

  private void proved(Arena arena) {
    try (Workers workers = new Workers(2)) {
      Rerun rerun = new Rerun(arena, workers, Verification.verify(folder), this::text);
      rerun.rules();
      assertThat(rerun.sample()).hasSize(3);
      for (int round = 1; round <= rerun.rounds(); round++) {
        rerun.round(round);
      }
      rerun.milestones().forEach(rerun::milestone);
    }
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A round takes what comes first where each candidate is confirmed. */
  private static Settings every(int rounds, Settings s) {
    return looking(rounds == 1 ? 1 : s.looks(), rounds, s);
  }

  private static Settings looking(int looks, int rounds, Settings s) {
    return new Settings(
        s.rounds(),
        s.seed(),
        s.arm(),
        s.placebo(),
        rounds,
        looks,
        s.quickLooks(),
        s.newPoolAfter(),
        s.newStrategyAfter(),
        s.stopAfter(),
        s.maxTrials(),
        s.maxTime(),
        s.memoryBytes(),
        ConfirmationLimits.DEFAULT,
        s.guards(),
        s.milestones());
  }
}
