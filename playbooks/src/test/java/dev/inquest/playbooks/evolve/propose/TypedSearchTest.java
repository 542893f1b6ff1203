package dev.inquest.playbooks.evolve.propose;

import static dev.inquest.playbooks.evolve.MadeRounds.confirmed;
import static dev.inquest.playbooks.evolve.MadeRounds.prior;
import static dev.inquest.playbooks.evolve.MadeRounds.scale;
import static dev.inquest.playbooks.evolve.MadeRounds.screened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.MadeRounds;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.edit.Knobs;
import dev.inquest.playbooks.evolve.memory.Pattern;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.evolve.record.Strategy;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TypedSearchTest {
  private static final Subject.Files BUILT_IN = Subject.Files.builtIn();
  private static final Proposer FULL = new TypedSearch(true, true);

  @Test
  void theSameViewAndLuckGiveTheSameProposal() {
    View view = view(List.of(screened(1, 9, 2, scale(1.6))), FailureClass.OUTWEIGHED);
    for (int i = 0; i < 50; i++) {
      SeedStream luck = new SeedStream(i);
      assertThat(FULL.propose(view, luck)).isEqualTo(FULL.propose(view, luck));
    }
  }

  @Test
  void everyKindOfEditIsTriedAndNearlyAllAreValid() {
    View view =
        new View(BUILT_IN, failing(FailureClass.WRONGLY_REFUTED), List.of(), 0, Strategy.STEERED);
    Set<EditKind> kinds = EnumSet.noneOf(EditKind.class);
    int valid = 0;
    for (int i = 0; i < 200; i++) {
      Proposal proposal = FULL.propose(view, new SeedStream(i)).orElseThrow();
      kinds.add(proposal.kind());
      valid += Edits.apply(BUILT_IN, proposal.edits()).isPresent() ? 1 : 0;
    }
    assertThat(kinds)
        .containsAll(EnumSet.complementOf(EnumSet.of(EditKind.RECOMBINATION, EditKind.CLIMB)));
    assertThat(valid).isGreaterThan(170);
  }

  @Test
  void theDearerFailureIsAimedAtMoreOften() {
    Patterns two =
        new Patterns(
            100,
            0.5,
            List.of(
                new Pattern(FailureClass.NOT_SUSPECTED, "slow", 45, 0, 0, 45),
                new Pattern(FailureClass.OUTWEIGHED, "slow", 5, 0, 0, 5)));
    View view = new View(MadeArena.start(), two, List.of(), 0, Strategy.STEERED);
    int aimed = 0;
    for (int i = 0; i < 200; i++) {
      Proposal proposal = FULL.propose(view, new SeedStream(i)).orElseThrow();
      aimed += proposal.aim() == FailureClass.NOT_SUSPECTED ? 1 : 0;
    }
    assertThat(aimed).isBetween(160, 200);
  }

  @Test
  void withoutCriticismNothingIsAimedAt() {
    View view = view(List.of(), FailureClass.OUTWEIGHED);
    Optional<Proposal> proposal = new TypedSearch(true, false).propose(view, new SeedStream(3));
    assertThat(proposal.orElseThrow().aim()).isNull();
  }

  @Test
  void theKindThatMendedIsWorthMoreThanTheOneThatDidNot() {
    Bandit bandit =
        new Bandit(
            List.of(
                screened(1, 20, 2, scale(1.6)),
                screened(2, 18, 2, scale(2.5)),
                screened(3, 2, 20, prior(0.2)),
                screened(4, 2, 18, prior(0.3))));
    double parameter = bandit.worth(EditKind.PARAMETER, FailureClass.OUTWEIGHED);
    assertThat(parameter).isGreaterThan(2 * bandit.worth(EditKind.PRIOR, FailureClass.OUTWEIGHED));
    assertThat(bandit.worth(EditKind.PRIOR, FailureClass.OUTWEIGHED)).isPositive();
  }

  @Test
  void aNumberThatGainedIsTurnedOnAndOneThatLostTurnedBack() {
    LineSearch search =
        new LineSearch(
            List.of(
                screened(1, 20, 5, scale(1.6)),
                screened(2, 5, 20, prior(0.2)),
                screened(3, 0, 0, floor())));
    assertThat(weight(search, "word_scale", true)).isGreaterThan(5);
    assertThat(weight(search, "word_scale", false)).isLessThan(0.5);
    assertThat(weight(search, "prior", true)).isLessThan(0.2);
    assertThat(weight(search, "prior", false)).isGreaterThan(2);
    assertThat(weight(search, "word_floor", true)).isLessThan(0.1);
    assertThat(weight(search, "word_floor", false)).isLessThan(0.1);
    assertThat(weight(search, "sign_other", true)).isEqualTo(1);
  }

  @Test
  void aKeepMakesAnotherLandscapeButWhatIsIdleStaysSo() {
    LineSearch search =
        new LineSearch(
            List.of(
                screened(1, 20, 5, scale(1.6)),
                screened(2, 5, 20, prior(0.2)),
                screened(3, 0, 0, floor()),
                confirmed(4, true, scale(1.6))));
    assertThat(weight(search, "word_scale", true)).isEqualTo(1);
    assertThat(weight(search, "prior", true)).isEqualTo(1);
    assertThat(weight(search, "word_floor", true)).isLessThan(0.1);
  }

  @Test
  void whatHardlyStraysIsNoClearGain() {
    RoundRecord bare = screened(1, 20, 5, scale(1.6));
    Look faint =
        new Look(
            bare.plan().edits(),
            EditKind.PARAMETER,
            null,
            "c",
            new Screening(100, 0, 0, 0, 0, 0, 0.5, 0.5),
            0.02,
            0,
            0.0001);
    LineSearch search = new LineSearch(List.of(MadeRounds.looking(bare, faint)));
    assertThat(faint.strength()).isGreaterThan(1.9);
    assertThat(weight(search, "word_scale", true)).isBetween(0.1, 0.5);
  }

  @Test
  void whatNothingMendsIsAimedAtLess() {
    List<RoundRecord> past = new ArrayList<>();
    for (int round = 1; round <= 20; round++) {
      past.add(screened(round, 0, 0, floor()));
    }
    Bandit bandit = new Bandit(past);
    double never = bandit.hope(FailureClass.NOT_SUSPECTED);
    assertThat(bandit.hope(FailureClass.OUTWEIGHED)).isPositive().isLessThan(never / 2);
    past.add(screened(21, 20, 2, scale(2.5)));
    assertThat(new Bandit(past).hope(FailureClass.OUTWEIGHED))
        .isGreaterThan(bandit.hope(FailureClass.OUTWEIGHED));
  }

  @Test
  void whatLookedGoodIsPutTogetherOnce() {
    List<RoundRecord> past =
        List.of(
            screened(1, 9, 2, scale(1.6)),
            screened(2, 8, 2, scale(2.0)),
            screened(3, 7, 2, prior(0.2)),
            screened(4, 2, 7, floor()));
    assertThat(Recombination.together(looks(past)).orElseThrow().edits())
        .containsExactly(scale(1.6), prior(0.2));
    assertThat(Recombination.together(looks(past.subList(0, 1)))).isEmpty();
  }

  @Test
  void whatAKeepBroughtInIsNotPutTogetherAgain() {
    List<RoundRecord> past =
        List.of(
            screened(1, 9, 2, scale(1.6)),
            screened(2, 7, 2, prior(0.2)),
            confirmed(3, true, scale(1.6)),
            screened(4, 5, 2, floor()));
    Recombination recombination = new Recombination(past);
    List<Proposal> some =
        IntStream.range(0, 50)
            .mapToObj(i -> recombination.some(new SeedStream(i)))
            .flatMap(Optional::stream)
            .toList();
    assertThat(some).isNotEmpty();
    assertThat(some)
        .allSatisfy(proposal -> assertThat(proposal.edits()).containsExactly(prior(0.2), floor()));
  }

  @Test
  void chanceKnowsEveryEdit() {
    View view =
        new View(BUILT_IN, failing(FailureClass.OUTWEIGHED), List.of(), 0, Strategy.STEERED);
    Set<EditKind> kinds = EnumSet.noneOf(EditKind.class);
    for (int i = 0; i < 300; i++) {
      kinds.add(new RandomProposer().propose(view, new SeedStream(i)).orElseThrow().kind());
    }
    assertThat(kinds).contains(EditKind.PARAMETER, EditKind.WEIGHT, EditKind.TEST_ADDED);
  }

  @Test
  void noNumberLeavesItsBounds() {
    for (Knob knob : Knobs.of(BUILT_IN)) {
      for (int size = 0; size < 3; size++) {
        assertThat(knob.turned(true, size).to())
            .as(knob.pointer())
            .isLessThanOrEqualTo(knob.most());
        assertThat(knob.turned(false, size).to())
            .as(knob.pointer())
            .isGreaterThanOrEqualTo(knob.least() * 0.999);
      }
    }
  }

  private static List<Look> looks(List<RoundRecord> past) {
    return past.stream().flatMap(round -> round.looked().stream()).toList();
  }

  private static Edit floor() {
    return new Edit.SetNumber(MadeArena.PLAYBOOK, "/detect/parameters/word_floor", 0.35, 0.5);
  }

  private static double weight(LineSearch search, String name, boolean up) {
    Knob knob =
        Knobs.of(MadeArena.start()).stream()
            .filter(k -> k.pointer().endsWith("/" + name))
            .findFirst()
            .orElseThrow();
    return search.weight(new LineSearch.Option(knob, up));
  }

  private static View view(List<RoundRecord> past, FailureClass failure) {
    return new View(MadeArena.start(), failing(failure), past, 0, Strategy.STEERED);
  }

  private static Patterns failing(FailureClass failure) {
    return new Patterns(100, 0.5, List.of(new Pattern(failure, "slow", 50, 0, 0, 50)));
  }
}
