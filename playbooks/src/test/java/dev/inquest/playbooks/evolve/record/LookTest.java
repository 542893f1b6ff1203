package dev.inquest.playbooks.evolve.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.playbooks.arena.Pair;
import dev.inquest.playbooks.arena.Trial;
import dev.inquest.playbooks.evolve.edit.EditKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void aBeliefThatMovesCountsBeforeAnAnswerDoes() {
    Look look = look(pair(0, 0.2, 0, 0.5), pair(0, 0.4, 0, 0.3));
    assertThat(look.screening().gain()).isZero();
    assertThat(look.belief()).isCloseTo(0.2, within(1e-12));
    // .3 and -.1: .2 over the root of .09 + .01.
    assertThat(look.strength()).isCloseTo(0.2 / Math.sqrt(0.1), within(1e-12));
    assertThat(look.matters()).isTrue();
  }

  @Test
  void anAnswerThatTipsOverCountsAsOne() {
    Look look = look(pair(0, 0.4, 1, 0.8));
    assertThat(look.value()).isCloseTo(1, within(1e-12));
    assertThat(look.strength()).isCloseTo(1, within(1e-12));
  }

  @Test
  void whatMakesWrongAnswersSurerIsHarm() {
    Trial unsure = new Trial("t", "slow", 0, true, false, 0.6, 0.1, 1, null);
    Trial sure = new Trial("t", "slow", 0, true, true, 0.9, 0.1, 1, null);
    Look look = look(new Pair(unsure, sure));
    // .81 less .36, and one that is confidently wrong.
    assertThat(look.harm()).isCloseTo(1.45, within(1e-12));
    assertThat(look.value()).isCloseTo(-1.45, within(1e-12));
  }

  /** No confirmation would see that. */
  @Test
  void whatMakesWrongAnswersLessSureIsNoGain() {
    Trial unsure = new Trial("t", "slow", 0, true, false, 0.6, 0.1, 1, null);
    Trial sure = new Trial("t", "slow", 0, true, true, 0.9, 0.1, 1, null);
    assertThat(look(new Pair(sure, unsure)).value()).isZero();
  }

  @Test
  void theGainAloneIsHeldAgainstChanceToo() {
    Look look = look(pair(0, 0.4, 1, 0.8), pair(0, 0.1, 1, 0.8), pair(0, 0.2, 0, 0.6));
    assertThat(look.gainStrength()).isCloseTo(2 / Math.sqrt(2.16), within(1e-12));
    assertThat(look.least()).isCloseTo(2 - Math.sqrt(2.16), within(1e-12));
  }

  @Test
  void whatTellsNothingApartDoesNotMatter() {
    Look look = look(pair(1, 0.9, 1, 0.9), pair(0, 0.1, 0, 0.1), pair(1, 0.8, 1, 0.9));
    assertThat(look.matters()).isFalse();
    assertThat(look.strength()).isZero();
  }

  private static Look look(Pair... pairs) {
    return Look.of(List.of(), EditKind.WEIGHT, null, "c", List.of(pairs));
  }

  private static Pair pair(double score, double belief, double otherScore, double otherBelief) {
    return new Pair(trial(score, belief), trial(otherScore, otherBelief));
  }

  private static Trial trial(double score, double belief) {
    return new Trial("t", "slow", score, false, false, 0, belief, 1, null);
  }
}
