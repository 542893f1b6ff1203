package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.ProvedRun;
import dev.inquest.playbooks.evolve.log.RunFiles;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.report.RunOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a run whose record holds and shows a gain is offered. */
class RunOfferTest {
  @TempDir Path folder;

  private void run(Arena arena, Settings settings) {
    Runs.run(arena, folder, new HastyDisk(), 2, 1, settings);
  }

  @Test
  void offersThePlaybooksAtTheEndWithTheFiguresOfEachKeep() throws IOException {
    run(new MadeArena(), Runs.settings(40, 7));
    RunOffer offer = ProvedRun.offer(folder);
    assertThat(offer.before()).isEqualTo(MadeArena.start().files());
    assertThat(new Subject.Files(new TreeMap<>(offer.after())))
        .isEqualTo(Subject.Files.from(folder.resolve(RunFiles.PLAYBOOKS)))
        .isNotEqualTo(MadeArena.start());
    String head = Files.readString(folder.resolve(RunFiles.HEAD)).replaceAll("\\s", "");
    String hash = head.replaceFirst(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(offer.description())
        .contains("head `" + hash + "`", "from 400 on it is kept; error 0.0025", "guard ")
        .containsPattern("- round \\d+: .*word_")
        .containsPattern("wealth \\S+ after \\d+ fresh pairs")
        .containsPattern("- \\S.*: \\d+ tasks, right \\d+ before and \\d+ after, difference ");
    assertThat(offer.stated()).containsKeys("verdict", "run", "error", "not_checked");
  }

  @Test
  void oneByteMoreIsFound() throws IOException {
    run(new MadeArena(), Runs.settings(40, 7));
    Path file = folder.resolve(RunFiles.PLAYBOOKS).resolve(MadeArena.PLAYBOOK);
    Files.writeString(file, Files.readString(file) + "\n");
    assertThatThrownBy(() -> ProvedRun.offer(folder))
        .hasMessageContaining("made.md is not what was written");
  }

  @Test
  void nothingKeptIsNothingToAdopt() {
    run(new MadeArena(0), Runs.settings(3, 7));
    assertThatThrownBy(() -> ProvedRun.offer(folder)).hasMessageContaining("it kept nothing");
  }

  @Test
  void aPlaceboIsNeverAdopted() {
    run(new MadeArena(), Settings.of(2, 5, Arm.FULL, true));
    assertThatThrownBy(() -> ProvedRun.offer(folder)).hasMessageContaining("placebo");
  }

  @Test
  void aFolderWithoutARunIsNamedAsSuch() {
    assertThatThrownBy(() -> ProvedRun.offer(folder)).hasMessageContaining("no run in that folder");
  }
}
