package dev.inquest.playbooks.evolve.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Arena;
import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.MadeRounds;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Knob;
import dev.inquest.playbooks.evolve.edit.Knobs;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.play.PoolTrials;
import dev.inquest.playbooks.evolve.play.Scout;
import dev.inquest.playbooks.evolve.play.Workers;
import dev.inquest.playbooks.evolve.propose.Proposal;
import dev.inquest.playbooks.evolve.propose.Proposer;
import dev.inquest.playbooks.evolve.record.Arm;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.Plan;
import dev.inquest.playbooks.evolve.record.Settings;
import dev.inquest.playbooks.evolve.record.Step;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Subject.Files START = MadeArena.start();
  private static final Arena DEAR = MadeArena.withoutLuckOfItsOwn();
  private static final Arena CHEAP = MadeArena.withoutLuckOfItsOwn().whereLooksAreCheap();

  private static final Edit FLOOR =
      new Edit.SetNumber(MadeArena.PLAYBOOK, "/detect/parameters/word_floor", 0.35, 0.2);

  @Test
  void ofManyEditsThoseThatDoNothingAreLeftOut() {
    List<Edit> many = new ArrayList<>(idle());
    many.add(MadeRounds.scale(2.5));
    assertThat(many).hasSizeGreaterThan(RoundSearch.MANY_EDITS);
    Plan plan = plan(DEAR, (view, luck) -> proposed(many));
    assertThat(plan.edits()).containsExactly(MadeRounds.scale(2.5));
    assertThat(plan.looks()).extracting(Look::edits).contains(many, plan.edits());
  }

  @Test
  void aFewAreTriedAsTheyAre() {
    List<Edit> few = List.of(idle().getFirst(), MadeRounds.scale(2.5));
    assertThat(plan(DEAR, (view, luck) -> proposed(few)).edits()).isEqualTo(few);
  }

  @Test
  void moreIsLookedAtWhereLooksAreCheap() {
    assertThat(mattering(DEAR)).isBetween(8L, 9L);
    assertThat(mattering(CHEAP)).isBetween(64L, 65L);
  }

  @Test
  void whatWasRefusedForAClassComesAgainWithoutWhatCostThere() {
    assertThat(afterRefusal(Arm.FULL, "class leak").edits()).containsExactly(MadeRounds.scale(2.5));
    assertThat(afterRefusal(Arm.FULL, "class leak").why())
        .isEqualTo("what the guards refused for leak, without what cost most there: 1 of 2 edits");
  }

  @Test
  void whatWasRefusedForMoreThanClassesIsNotMended() {
    assertThat(afterRefusal(Arm.FULL, "class leak", "abstention").edits())
        .containsExactly(MadeRounds.prior(0.3));
  }

  @Test
  void whoRemembersNothingMendsNothing() {
    assertThat(afterRefusal(Arm.NO_MEMORY, "class leak").edits())
        .containsExactly(MadeRounds.prior(0.3));
  }

  /** Where every candidate is confirmed at once there are no looks that would tell. */
  @Test
  void aStepThatLeadsNowhereIsPassedOverWithoutLooksToo() {
    Proposal nowhere =
        new Proposal(
            List.of(MadeRounds.scale(2.5), MadeRounds.sign(0.8)),
            EditKind.CLIMB,
            null,
            "a test",
            List.of(MadeRounds.scale(2.5)));
    Iterator<Optional<Proposal>> proposals =
        List.of(Optional.of(nowhere), proposed(List.of(MadeRounds.scale(3)))).iterator();
    Settings placebo = Settings.of(20, 7, Arm.FULL, true);
    Plan plan = plan(DEAR, (view, luck) -> proposals.next(), placebo, new History(START));
    assertThat(plan.edits()).containsExactly(MadeRounds.scale(3));
  }

  @Test
  void whatEarlierRoundsFoundIsPutTogetherWithWhatThisOneFinds() {
    assertThat(afterFloor(Arm.FULL).edits())
        .containsExactlyInAnyOrder(FLOOR, MadeRounds.scale(2.5));
    assertThat(afterFloor(Arm.NO_MEMORY).edits()).containsExactly(MadeRounds.scale(2.5));
  }

  @Test
  void onANewPoolWhatGainedOnAnotherIsLookedAtAgain() {
    assertThat(afterSeason(Arm.FULL).looks()).extracting(Look::edits).contains(List.of(FLOOR));
    assertThat(afterSeason(Arm.NO_MEMORY).looks())
        .extracting(Look::edits)
        .containsExactly(List.of(MadeRounds.scale(2.5)));
  }

  private static Plan afterSeason(Arm arm) {
    History history = new History(START);
    history.add(MadeRounds.screened(1, 9, 2, FLOOR), START);
    history.add(MadeRounds.confirmed(2, false, MadeRounds.sign(0.8)), START);
    return plan(
        MadeArena.withoutLuckOfItsOwn().whosePoolChanges(),
        (view, luck) -> proposed(List.of(MadeRounds.scale(2.5))),
        Settings.of(20, 7, arm, false),
        history);
  }

  @Test
  void whatHoldsWhereNobodyHasLookedIsConfirmed() {
    Plan plan = due(MadeRounds.sign(0.8), MadeRounds.scale(2.5));
    assertThat(plan.step()).isEqualTo(Step.CONFIRM);
    assertThat(plan.edits()).containsExactly(MadeRounds.scale(2.5));
    assertThat(plan.of()).isEqualTo(2);
    assertThat(plan.why()).matches("the best, of round 2, \\d+ won and \\d+ lost of 60 that .*");
  }

  @Test
  void whatDoesNotHoldThereIsNot() {
    Plan plan = due(MadeRounds.sign(0.8), MadeRounds.sign(0.9));
    assertThat(plan.step()).isEqualTo(Step.NOTHING);
    assertThat(plan.of()).isEqualTo(1);
    assertThat(plan.why())
        .isEqualTo(
            "of 2 that the pool promises none gains more than chance might: the best, of round 1,"
                + " 0 won and 0 lost of 60 that nobody had looked at");
  }

  /** What two rounds have screened, when the time for a confirmation has come. */
  private static Plan due(Edit first, Edit second) {
    History history = new History(START);
    history.add(MadeRounds.screened(1, 30, 1, first), START);
    history.add(MadeRounds.screened(2, 20, 1, second), START);
    history.add(MadeRounds.screened(3, 0, 3, MadeRounds.prior(0.3)), START);
    return plan(
        MadeArena.withoutLuckOfItsOwn().whosePoolChanges(),
        (view, luck) -> Optional.empty(),
        Settings.of(20, 7, Arm.FULL, false),
        history);
  }

  private static Plan afterFloor(Arm arm) {
    History history = new History(START);
    history.add(MadeRounds.screened(1, 9, 2, FLOOR), START);
    return plan(
        DEAR,
        (view, luck) -> proposed(List.of(MadeRounds.scale(2.5))),
        Settings.of(20, 7, arm, false),
        history);
  }

  private static Plan afterRefusal(Arm arm, String... guards) {
    History history = new History(START);
    history.add(
        MadeRounds.refused(1, List.of(guards), MadeRounds.scale(2.5), MadeRounds.sign(0.8)), START);
    return plan(
        MadeArena.withoutLuckOfItsOwn().whereSignsHarmLeaks(),
        (view, luck) -> proposed(List.of(MadeRounds.prior(0.3))),
        Settings.of(20, 7, arm, false),
        history);
  }

  /** Each proposal is another step of the scale; those that gained are tried together too. */
  private static long mattering(Arena arena) {
    Proposer scales =
        (view, luck) -> proposed(List.of(MadeRounds.scale(1.5 + luck.below(0, 1_000) / 100.0)));
    return plan(arena, scales).looks().stream().filter(Look::matters).count();
  }

  private static Optional<Proposal> proposed(List<Edit> edits) {
    return Optional.of(new Proposal(edits, EditKind.PARAMETER, null, "a test"));
  }

  private static List<Edit> idle() {
    return Knobs.of(START).stream()
        .filter(knob -> !knob.pointer().contains("word_"))
        .<Edit>map(knob -> turned(knob))
        .toList();
  }

  private static Edit turned(Knob knob) {
    Edit.SetNumber up = knob.turned(true, 0);
    return up.to() == up.from() ? knob.turned(false, 0) : up;
  }

  private static Plan plan(Arena arena, Proposer proposer) {
    return plan(arena, proposer, Runs.settings(20, 7), new History(START));
  }

  private static Plan plan(Arena arena, Proposer proposer, Settings settings, History history) {
    try (Workers workers = new Workers(1)) {
      Scout scout = new Scout(new PoolTrials(arena, workers), Set.of(), Set.of());
      Mending mending = new Mending(arena, workers);
      return new Planner(settings, history, proposer, scout, mending)
          .plan(history.rounds().size() + 1, new Patterns(0, 0, List.of()))
          .plan();
    }
  }
}
