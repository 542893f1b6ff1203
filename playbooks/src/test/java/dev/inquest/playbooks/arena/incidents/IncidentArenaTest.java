package dev.inquest.playbooks.arena.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.investigation.StatisticalEngine;
import dev.inquest.playbooks.arena.OpenedTrial;
import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Split;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.edit.Knobs;
import dev.inquest.playbooks.evolve.edit.Shapes;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.propose.RandomProposer;
import dev.inquest.playbooks.evolve.propose.View;
import dev.inquest.playbooks.evolve.record.Strategy;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import dev.inquest.playbooks.format.CatalogueLoader;
import dev.inquest.playbooks.replay.Collected;
import dev.inquest.playbooks.replay.Replay;
import dev.inquest.playbooks.simulation.SimulatedCase;
import dev.inquest.playbooks.simulation.Simulator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IncidentArenaTest {
  private static final int STORED = 24;
  private static IncidentArena arena;
  private static Subject.Files start;

  @BeforeAll
  static void open() {
    arena = new IncidentArena(StoredCases.NONE, STORED);
    start = Subject.Files.builtIn();
  }

  @Test
  void theSameSeedGivesTheSameTrialsInAnotherArena() {
    Pair here = arena.fresh(5, start, Subject.Scripted.LAST_CHANGE);
    Pair there =
        new IncidentArena(StoredCases.NONE, STORED).fresh(5, start, Subject.Scripted.LAST_CHANGE);
    assertThat(there).isEqualTo(here);
    assertThat(arena.fresh(6, start, Subject.Scripted.ABSTAIN)).isNotEqualTo(here);
  }

  /** Catalogues that look alike share what they see; judged alone they must say the same. */
  @Test
  void whatWasSeenBeforeChangesNoTrial() {
    View view = new View(start, new Patterns(0, 0, List.of()), List.of(), 0, Strategy.RANDOM);
    for (int i = 0; i < 12; i++) {
      List<Edit> edits =
          new RandomProposer().propose(view, new SeedStream(i)).orElseThrow().edits();
      Subject.Files edited = Edits.apply(start, edits).orElse(start);
      IncidentArena alone = new IncidentArena(StoredCases.NONE, 4);
      for (String id : alone.pool()) {
        arena.pooled(id, start);
        assertThat(arena.pooled(id, edited))
            .as("%s after %s", id, edits)
            .isEqualTo(alone.pooled(id, edited));
      }
    }
  }

  /** Each number decides of another part of what is kept. */
  @Test
  void noNumberOfDetectionLetsATrialGoByWhatOthersSaw() {
    IncidentArena few = new IncidentArena(StoredCases.NONE, 2);
    List<Knob> knobs =
        Knobs.of(start).stream().filter(k -> k.pointer().startsWith("/detect/")).toList();
    assertThat(knobs).hasSizeGreaterThan(50);
    for (Knob knob : knobs) {
      Edit turned = knob.turned(knob.value() < knob.most(), 2);
      Subject.Files edited = Edits.apply(start, List.of(turned)).orElse(start);
      IncidentArena alone = new IncidentArena(StoredCases.NONE, 2);
      for (String id : few.pool()) {
        few.pooled(id, start);
        assertThat(few.pooled(id, edited))
            .as("%s after %s", id, turned)
            .isEqualTo(alone.pooled(id, edited));
      }
    }
  }

  @Test
  void aCatalogueThatLooksOtherwiseSeesOtherwise() {
    LabelledCase made =
        new LabelledCase(
            "s", "slow", new Simulator().make(3).file(), new Simulator().make(3).answer());
    Engines engines = new Engines();
    Collected collected = engines.of(start).collect(made.file());
    Object sight = engines.of(start).sees(made.file(), collected);
    assertThat(engines.of(turned("/hypotheses/0/prior", 0.15, 0.2)).sees(made.file(), collected))
        .isEqualTo(sight);
    assertThat(
            engines.of(turned("/detect/parameters/min_before", 8, 12)).sees(made.file(), collected))
        .isNotEqualTo(sight);
  }

  @Test
  void whoSeesTheSameIsAlike() {
    assertThat(arena.alike(start, start)).isTrue();
    assertThat(arena.alike(start, turned("/hypotheses/0/prior", 0.15, 0.2))).isTrue();
    assertThat(arena.alike(start, turned("/conclude/threshold", 0.75, 0.6))).isTrue();
    assertThat(arena.alike(start, turned("/hypotheses/0/weights/timing", 1.5, 3))).isTrue();
    assertThat(arena.alike(start, turned("/detect/parameters/sign_plain", 0.4, 0.6))).isTrue();
    assertThat(arena.alike(start, turned("/detect/parameters/min_before", 8, 12))).isFalse();
    assertThat(arena.alike(start, Subject.Scripted.ABSTAIN)).isFalse();
    Edit added = new Shapes(start).of(EditKind.TEST_ADDED).getFirst();
    assertThat(arena.alike(start, Edits.apply(start, List.of(added)).orElseThrow())).isTrue();
  }

  private static Subject.Files turned(String pointer, double from, double to) {
    return Edits.apply(start, List.of(new Edit.SetNumber("bad-deploy.md", pointer, from, to)))
        .orElseThrow();
  }

  @Test
  void everyTrialIsOfAClassThatIsAnnounced() {
    assertThat(pool(start)).extracting(Trial::taskClass).isSubsetOf(arena.classes());
    assertThat(pool(start)).allMatch(t -> t.workUnits() > 100);
  }

  @Test
  void aSeedsClassIsThatOfItsPair() {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(arena.fresh(seed, Subject.Scripted.ABSTAIN, Subject.Scripted.ABSTAIN).taskClass())
          .isEqualTo(arena.classOf(seed))
          .isIn(arena.classes());
    }
  }

  @Test
  void whatWentAstraySaysWhere() {
    List<Trial> trials = pool(start);
    assertThat(trials).anyMatch(Trial::right).anyMatch(t -> !t.right());
    assertThat(trials).allMatch(t -> t.right() == (t.failure() == null));
  }

  @Test
  void onlyANamedCauseStatesAConfidence() {
    Replay replay = new Replay(CatalogueLoader.builtIn(), StatisticalEngine::new, System::nanoTime);
    Set<String> seen = new HashSet<>();
    for (long seed = 1; seed <= 40; seed++) {
      Diagnosis diagnosis = replay.diagnose(new Simulator().make(seed).file());
      double stated =
          diagnosis instanceof Diagnosis.Identified
              ? diagnosis.details().causes().getFirst().confidence()
              : diagnosis instanceof Diagnosis.Inconclusive ? 0 : 0.5;
      assertThat(arena.fresh(seed, start, Subject.Scripted.ABSTAIN).incumbent().confidence())
          .isEqualTo(stated);
      seen.add(diagnosis.getClass().getSimpleName());
    }
    assertThat(seen).contains("Identified", "NoCodeCause");
  }

  @Test
  void silenceIsNeverRight() {
    assertThat(pool(Subject.Scripted.ABSTAIN)).noneMatch(Trial::right).noneMatch(Trial::answered);
  }

  @Test
  void whoKnowsThePoolByHeartDoesNotKnowFreshCases() {
    assertThat(pool(Subject.Scripted.LABEL_LEAK)).allMatch(Trial::right);
    assertThat(right(Subject.Scripted.LABEL_LEAK, Trial::right)).isLessThan(FRESH / 2);
  }

  @Test
  void whatIsSealedIsOpenedAndNoPartOfThePool() {
    SimulatedCase made = new Simulator().make(3);
    LabelledCase sealed =
        new LabelledCase("set/0001", StoredCases.CLASS, made.file(), made.answer());
    IncidentArena own = new IncidentArena(new StoredCases(List.of(), List.of(sealed)), 2);
    assertThat(own.sealed()).containsExactly("set/0001");
    assertThat(own.pool()).hasSize(2).doesNotContain("set/0001");
    assertThat(own.real()).isEmpty();
    OpenedTrial opened = own.open("set/0001", start);
    assertThat(opened.trial().task()).isEqualTo("set/0001");
    assertThat(opened.points()).isEqualTo(opened.trial().score());
    assertThat(opened.of()).isEqualTo(1);
  }

  @Test
  void laterSeasonsHaveOtherMadeCasesAndTheSameUndoubtedOnes() {
    SimulatedCase its = new Simulator().make(3);
    LabelledCase real = new LabelledCase("set/0001", StoredCases.CLASS, its.file(), its.answer());
    IncidentArena own = new IncidentArena(new StoredCases(List.of(real), List.of()), 60);
    assertThat(own.pool(0)).isEqualTo(own.pool());
    assertThat(own.pool(1))
        .hasSameSizeAs(own.pool())
        .contains("set/0001")
        .containsAll(own.regression())
        .contains("s0060")
        .isNotEqualTo(own.pool());
    Trial newcomer = own.pooled("s0060", start);
    assertThat(newcomer).isEqualTo(own.pooled("s0060", start));
    assertThat(newcomer.task()).isEqualTo("s0060");
  }

  @Test
  void theHandicapCosts() {
    Subject.Files shy = arena.handicapped(start);
    assertThat(shy.valid()).isTrue();
    assertThat(right(shy, Trial::right)).isLessThan(right(start, Trial::right) - FRESH / 10);
  }

  @Test
  void theSplitOfWhatHappenedIsAboutHalfAndFixed() {
    long sealed =
        LongStream.range(0, 1_000).filter(i -> Split.sealed("set", String.valueOf(i))).count();
    assertThat(sealed).isBetween(450L, 550L);
    assertThat(Split.sealed("set", "0001")).isEqualTo(Split.sealed("set", "0001"));
  }

  private static final int FRESH = 40;

  private static long right(Subject subject, Predicate<Trial> which) {
    return LongStream.range(100, 100 + FRESH)
        .mapToObj(seed -> arena.fresh(seed, subject, Subject.Scripted.ABSTAIN).incumbent())
        .filter(which)
        .count();
  }

  private static List<Trial> pool(Subject subject) {
    return arena.pool().stream().map(id -> arena.pooled(id, subject)).toList();
  }
}
