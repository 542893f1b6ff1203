package dev.inquest.playbooks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.change.Change;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.casefile.Answer;
import dev.inquest.playbooks.casefile.CaseReader;
import dev.inquest.playbooks.casefile.CaseWriter;
import dev.inquest.playbooks.casefile.TruthJson;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Replay;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatorTest {
  private static final DifficultyRanges SMALL =
      new DifficultyRanges(5, 9, 0, 0.02, 0.05, 0.05, 2, 3, 2, 4, 0.1);
  private static final Simulator SIMULATOR = new Simulator(SMALL);

  static Stream<String> kinds() {
    return Simulator.kinds().stream();
  }

  @Test
  void thereAreManyKindsAndEachIsNamedOnce() {
    assertThat(Simulator.kinds()).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
    assertThat(Simulator.kinds().stream().filter(k -> k.startsWith("healthy"))).hasSize(4);
  }

  @Test
  void theKindThatIsDrawnIsHardlyEverNotTheOneMade() {
    long other =
        IntStream.range(0, 300)
            .mapToLong(i -> Simulator.seed(17, i))
            .filter(seed -> !SIMULATOR.make(seed).faultKind().equals(Simulator.drawnKind(seed)))
            .count();
    assertThat(other).isLessThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindTakesHoldWithALabelOfTheFormat(String kind) {
    for (int i = 0; i < 3; i++) {
      SimulatedCase made = SIMULATOR.make(Simulator.seed(11, i), kind);
      Answer answer = made.answer();
      assertThat(made.faultKind()).isEqualTo(kind);
      assertThat(made.file().alerts()).hasSizeBetween(1, 40);
      assertThat(made.file().info().id()).isEqualTo(answer.caseId()).matches("[0-9a-f]{12}");
      Set<String> changes =
          made.file().changes().stream().map(Change::id).collect(Collectors.toSet());
      assertThat(changes).containsAll(answer.decoys());
      switch (answer.verdict()) {
        case IDENTIFIED -> assertNamesACause(answer, changes);
        case NO_CODE_CAUSE -> assertThat(answer.firstFailingService()).isNotNull();
        case HEALTHY -> {
          assertThat(kind).startsWith("healthy");
          assertThat(answer.blastRadius()).isEmpty();
        }
      }
    }
  }

  private static void assertNamesACause(Answer answer, Set<String> changes) {
    assertThat(answer.causes()).isNotEmpty();
    for (Answer.Cause cause : answer.causes()) {
      assertThat(cause.kind()).isNotNull();
      assertThat(cause.service()).isNotNull();
      if (cause.change() != null) {
        assertThat(changes).contains(cause.change());
        assertThat(answer.decoys()).doesNotContain(cause.change());
      }
    }
  }

  @Test
  void whereNothingTellsOfChangesThePlaceIsAskedFor() {
    Simulator silent = new Simulator(new DifficultyRanges(5, 20, 0, 0.02, 0.05, 0, 1, 7, 2, 4, 1));
    for (String kind : List.of("null-dereference", "unindexed-query", "pool-shrunk")) {
      SimulatedCase made = silent.make(Simulator.seed(17, 0), kind);
      assertThat(made.file().changes()).isEmpty();
      assertThat(made.file().logs()).isNotEmpty();
      assertThat(made.answer().verdict()).isEqualTo(Answer.Verdict.IDENTIFIED);
      assertThat(made.answer().decoys()).isEmpty();
      assertThat(made.answer().causes())
          .isNotEmpty()
          .allSatisfy(cause -> {
            assertThat(cause.change()).isNull();
            assertThat(cause.service()).isNotNull();
          });
    }
  }

  @Test
  void theKindsComeAlikeOften() {
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 400; i++) {
      seen.add(SIMULATOR.make(Simulator.seed(2, i)).faultKind());
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(Simulator.kinds());
  }

  @Test
  void oneThreadAndFourMakeTheSame() {
    List<Integer> one =
        IntStream.range(0, 24).mapToObj(i -> digest(SIMULATOR.make(Simulator.seed(3, i)))).toList();
    Integer[] four = new Integer[24];
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      int from = t;
      threads[t] =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = from; i < four.length; i += threads.length) {
                  four[i] = digest(SIMULATOR.make(Simulator.seed(3, i)));
                }
              });
    }
    for (Thread thread : threads) {
      join(thread);
    }
    assertThat(List.of(four)).isEqualTo(one);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Integer digest(SimulatedCase made) {
    int hash = TruthJson.line(made.answer()).hashCode();
    for (Map.Entry<String, byte[]> file : CaseWriter.files(made.file()).entrySet()) {
      hash = 31 * hash + file.getKey().hashCode() + Arrays.hashCode(file.getValue());
    }
    return hash;
  }

  @Test
  void whatIsWrittenAndReadIsDiagnosedAlike(@TempDir Path folder) {
    Replay replay = new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, () -> 0L);
    for (int i = 0; i < 6; i++) {
      SimulatedCase made = SIMULATOR.make(Simulator.seed(4, i));
      Path written = folder.resolve(made.answer().caseId());
      CaseWriter.write(written, made.file());
      assertThat(replay.diagnose(CaseReader.read(written))).isEqualTo(replay.diagnose(made.file()));
    }
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThatThrownBy(() -> SIMULATOR.make(1, "gremlins")).hasMessageContaining("gremlins");
    assertThatThrownBy(() -> new DifficultyRanges(3, 9, 0, 0.02, 0.05, 0, 0, 1, 2, 4, 0))
        .hasMessageContaining("5 to 60");
  }
}
