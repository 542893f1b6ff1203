package dev.inquest.playbooks.evolve.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.edit.Edits;
import dev.inquest.playbooks.evolve.record.Look;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoutTest {
  private static final Subject.Files START = MadeArena.start();

  @Test
  void whatMattersIsLookedAtOnTheWholePool() {
    Look look = look(MadeArena.files("3.0", "0.20"));
    assertThat(look.matters()).isTrue();
    assertThat(look.screening().tasks()).isEqualTo(120);
    assertThat(look.value()).isPositive();
  }

  @Test
  void whatDoesNotMatterCostsAnEighth() {
    Look look = look(START);
    assertThat(look.matters()).isFalse();
    assertThat(look.screening().tasks()).isEqualTo(15);
  }

  @Test
  void whereLookingIsCheapHalfIsLookedAtFromTheFirst() {
    MadeArena dear = MadeArena.withoutLuckOfItsOwn();
    MadeArena cheap = dear.whereLooksAreCheap();
    assertThat(look(cheap, START).screening().tasks()).isEqualTo(60);
    assertThat(look(cheap, MadeArena.files("3.0", "0.20")).screening())
        .isEqualTo(look(dear, MadeArena.files("3.0", "0.20")).screening());
  }

  @Test
  void whatDoesTheSameIsNotApart() {
    Subject.Files idle =
        Edits.apply(
                START,
                List.of(
                    new Edit.SetNumber(
                        MadeArena.PLAYBOOK, "/detect/parameters/sign_other", 0.5, 0.8)))
            .orElseThrow();
    try (Workers workers = new Workers(1)) {
      PoolTrials pool = new PoolTrials(MadeArena.withoutLuckOfItsOwn(), workers);
      Scout scout = new Scout(pool, Set.of(), Set.of());
      assertThat(scout.apart(START, idle)).isFalse();
      assertThat(scout.apart(START, MadeArena.files("3.0", "0.20"))).isTrue();
    }
  }

  @Test
  void nobodyHasLookedAtWhatTheNextSeasonBringsIn() {
    Subject.Files better = MadeArena.files("3.0", "0.20");
    MadeArena always = MadeArena.withoutLuckOfItsOwn();
    try (Workers workers = new Workers(1)) {
      PoolTrials pool = new PoolTrials(always.whosePoolChanges(), workers);
      Scout scout = new Scout(pool, Set.of(), Set.of());
      Look ahead = scout.ahead(START, better);
      assertThat(ahead.screening().tasks()).isEqualTo(60);
      assertThat(ahead.value()).isPositive();
      double now = scout.value(START, better);
      pool.season(1);
      assertThat(scout.value(START, better))
          .as("a pool of the half that was ahead")
          .isNotEqualTo(now);
      assertThat(
              new Scout(new PoolTrials(always, workers), Set.of(), Set.of())
                  .ahead(START, better)
                  .matters())
          .isFalse();
    }
  }

  @Test
  void whatIsWorseCostsHalf() {
    Look look = look(MadeArena.files("0.2", "0.90"));
    assertThat(look.value()).isNegative();
    assertThat(look.screening().tasks()).isEqualTo(60);
  }

  @Test
  void aSingleUndoubtedTaskLostIsAVeto() {
    Subject.Files worse = MadeArena.files("0.2", "0.90");
    try (Workers workers = new Workers(1)) {
      PoolTrials pool = new PoolTrials(new MadeArena(), workers);
      List<String> lost =
          pool.pairs(START, worse).stream()
              .filter(pair -> pair.difference() < 0)
              .map(pair -> pair.incumbent().task())
              .toList();
      assertThat(lost).isNotEmpty();
      assertThat(new Scout(pool, Set.of(lost.getFirst()), Set.of()).vetoed(START, worse)).isTrue();
      assertThat(new Scout(pool, Set.of(), Set.of()).vetoed(START, worse)).isFalse();
      assertThat(new Scout(pool, Set.of(), Set.copyOf(lost)).vetoed(START, worse))
          .as("worse where it happened, whatever it is where tasks are made")
          .isTrue();
    }
  }

  private static Look look(Subject.Files candidate) {
    return look(new MadeArena(), candidate);
  }

  private static Look look(MadeArena arena, Subject.Files candidate) {
    try (Workers workers = new Workers(1)) {
      Scout scout = new Scout(new PoolTrials(arena, workers), Set.of(), Set.of());
      return scout.look(START, candidate, List.of(), EditKind.PARAMETER, null);
    }
  }
}
