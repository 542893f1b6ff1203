package dev.inquest.playbooks.arena.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.analysis.streaming.StreamingSettings;
import dev.inquest.failure.FailureException;
import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorArenaTest {
  private static final int FRESH = 300;
  private static final DetectorArena ARENA = new DetectorArena(StoredSeries.NONE, 60);
  private static final Subject.Files START = ARENA.beginning();

  @TempDir Path folder;

  @Test
  void itBeginsWithTheNumbersOfTheBuiltInPlaybooks() {
    assertThat(START.valid()).isTrue();
    assertThat(StreamingSettings.of(START.catalogue())).isEqualTo(StreamingSettings.DEFAULT);
    assertThat(Watcher.of(START).threshold()).isEqualTo(0.472);
    assertThat(Watcher.of(Subject.Files.builtIn()).settings()).isEqualTo(StreamingSettings.DEFAULT);
  }

  @Test
  void theSameSeedGivesTheSameTrialsInAnotherArena() {
    Pair here = ARENA.fresh(5, START, Subject.Scripted.ABSTAIN);
    assertThat(new DetectorArena(StoredSeries.NONE, 60).fresh(5, START, Subject.Scripted.ABSTAIN))
        .isEqualTo(here);
    assertThat(ARENA.fresh(6, START, Subject.Scripted.ABSTAIN)).isNotEqualTo(here);
  }

  @Test
  void theClassOfASeedIsThatOfItsTask() {
    for (long seed = 0; seed < 40; seed++) {
      Pair pair = ARENA.fresh(seed, Subject.Scripted.ABSTAIN, Subject.Scripted.ABSTAIN);
      assertThat(ARENA.classOf(seed)).isEqualTo(pair.taskClass()).isIn(ARENA.classes());
    }
  }

  @Test
  void whatWentAstraySaysWhere() {
    List<Trial> trials = ARENA.pool().stream().map(id -> ARENA.pooled(id, START)).toList();
    assertThat(trials).anyMatch(Trial::right).anyMatch(t -> !t.right());
    assertThat(trials).allMatch(t -> t.right() == (t.failure() == null));
  }

  /** Whatever the scripts do is worse than the first playbooks by far. */
  @Test
  void noScriptIsAsGoodAsWatching() {
    double watching = score(START);
    assertThat(score(Subject.Scripted.LAST_CHANGE)).isZero();
    for (Subject script : Subject.Scripted.values()) {
      assertThat(score(script)).as(script.toString()).isLessThan(watching - 0.1);
    }
    assertThat(score(ARENA.handicapped(START))).isLessThan(watching - 0.1);
  }

  @Test
  void whoKnowsThePoolByHeartKnowsNoMore() {
    assertThat(ARENA.pool())
        .allMatch(id -> ARENA.pooled(id, Subject.Scripted.LABEL_LEAK).score() > 1 - 1e-9);
  }

  @Test
  void whatHappenedIsSplitAndOpened() throws IOException {
    StringBuilder truth = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      String id = "%04d".formatted(i);
      write(id);
      truth.append(
          "{\"case\": \"%s\", \"windows\": [[10800, 11940]], \"rows\": 300}\n".formatted(id));
    }
    Files.writeString(folder.resolve("truth.jsonl"), truth);
    StoredSeries stored = StoredSeries.read(folder.resolve("made"), folder.resolve("truth.jsonl"));
    assertThat(stored.training()).hasSizeBetween(4, 16);
    DetectorArena arena = new DetectorArena(stored, 5);
    assertThat(arena.pool()).hasSize(5 + stored.training().size());
    assertThat(arena.real()).hasSize(stored.training().size());
    assertThat(arena.sealed())
        .hasSize(20 - stored.training().size())
        .doesNotContainAnyElementsOf(arena.pool());
    OpenedTrial opened = arena.open(arena.sealed().first(), START);
    assertThat(opened.of()).isEqualTo(2);
    assertThat(opened.points()).as("told in the window's first row").isCloseTo(2, within(1e-9));
    assertThat(opened.trial().score()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aWindowThatIsNowhereIsRefused() throws IOException {
    write("0001");
    Files.writeString(
        folder.resolve("truth.jsonl"), "{\"case\": \"0001\", \"windows\": [[10801, 11940]]}\n");
    assertThatThrownBy(
            () -> StoredSeries.read(folder.resolve("made"), folder.resolve("truth.jsonl")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("at none of its rows");
  }

  /** Two values in turn, and one spike in row 180. */
  private void write(String id) throws IOException {
    StringBuilder text = new StringBuilder("# TYPE value gauge\n");
    for (int i = 0; i < 300; i++) {
      double value = i == 180 ? 90 : 7 + i % 2;
      text.append("value{service=\"a\"} ").append(value).append(' ').append(60 * i).append('\n');
    }
    Path metrics = folder.resolve("made").resolve(id).resolve("metrics.om");
    Files.createDirectories(metrics.getParent());
    Files.writeString(metrics, text.append("# EOF\n"));
  }

  private static double score(Subject subject) {
    return LongStream.range(0, FRESH)
        .mapToObj(seed -> ARENA.fresh(seed, subject, Subject.Scripted.ABSTAIN).incumbent())
        .mapToDouble(Trial::score)
        .average()
        .orElseThrow();
  }
}
