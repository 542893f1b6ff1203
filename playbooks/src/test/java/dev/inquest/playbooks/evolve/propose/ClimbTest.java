package dev.inquest.playbooks.evolve.propose;

import static dev.inquest.playbooks.evolve.MadeRounds.confirmed;
import static dev.inquest.playbooks.evolve.MadeRounds.prior;
import static dev.inquest.playbooks.evolve.MadeRounds.scale;
import static dev.inquest.playbooks.evolve.MadeRounds.screened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.playbooks.criticism.FailureClass;
import dev.inquest.playbooks.evolve.MadeArena;
import dev.inquest.playbooks.evolve.edit.Edit;
import dev.inquest.playbooks.evolve.edit.EditKind;
import dev.inquest.playbooks.evolve.memory.Patterns;
import dev.inquest.playbooks.evolve.record.Look;
import dev.inquest.playbooks.evolve.record.RoundRecord;
import dev.inquest.playbooks.evolve.record.Screening;
import dev.inquest.playbooks.evolve.record.Strategy;
import dev.inquest.playbooks.evolve.seed.SeedStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClimbTest {
  private static View view(RoundRecord... past) {
    return view(0, past);
  }

  private static View view(int since, RoundRecord... past) {
    return new View(
        MadeArena.start(), new Patterns(0, 0, List.of()), List.of(past), since, Strategy.STEERED);
  }

  private static Optional<Proposal> on(View view, Edit... step) {
    return Climb.of(view)
        .flatMap(climb ->
            climb.on(there ->
                Optional.of(
                    new Proposal(
                        List.of(step), EditKind.PARAMETER, FailureClass.OUTWEIGHED, "a step"))));
  }

  @Test
  void goesOnFromTheBestThatWasScreened() {
    View view = view(screened(1, 9, 2, scale(1.6)), screened(2, 5, 2, prior(0.2)));
    Proposal proposal = on(view, prior(0.3)).orElseThrow();
    assertThat(proposal.edits()).containsExactly(scale(1.6), prior(0.3));
    assertThat(proposal.from()).containsExactly(scale(1.6));
    assertThat(proposal.kind()).isEqualTo(EditKind.CLIMB);
    assertThat(proposal.aim()).isEqualTo(FailureClass.OUTWEIGHED);
  }

  @Test
  void goesOnFromWhatTheRoundHasLookedAtWhereThatIsHigher() {
    View view = view(screened(1, 9, 2, scale(1.6)));
    assertThat(on(view.after(looked(8, prior(0.2))), scale(2)).orElseThrow().from())
        .containsExactly(prior(0.2));
    assertThat(on(view.after(looked(6, prior(0.2))), prior(0.3)).orElseThrow().from())
        .containsExactly(scale(1.6));
    assertThat(on(view().after(looked(1, prior(0.2))), scale(2)).orElseThrow().edits())
        .containsExactly(prior(0.2), scale(2));
  }

  private static Look looked(int gain, Edit edit) {
    Screening screening = new Screening(100, gain, gain, 0, gain, 0, 0.5, 0.5);
    return new Look(List.of(edit), EditKind.PRIOR, null, "looked", screening, 0, 0, gain);
  }

  @Test
  void aStepSeesWhereItStands() {
    View view = view(screened(1, 9, 2, scale(1.6)));
    Climb.of(view)
        .orElseThrow()
        .on(there -> {
          assertThat(there.incumbent().files().get(MadeArena.PLAYBOOK)).contains("word_scale: 1.6");
          return Optional.empty();
        });
  }

  @Test
  void aNumberTurnedTwiceIsTurnedOnceAndOneTurnedBackIsLeft() {
    View view = view(screened(1, 9, 2, scale(1.6), prior(0.2)));
    Edit further =
        new Edit.SetNumber(MadeArena.PLAYBOOK, "/detect/parameters/word_scale", 1.6, 2.0);
    Edit back = new Edit.SetNumber(MadeArena.PLAYBOOK, "/hypotheses/0/prior", 0.2, 0.1);
    assertThat(on(view, further, back).orElseThrow().edits()).containsExactly(scale(2.0));
  }

  @Test
  void beginsAnewOnAnotherPoolAndWhereNothingGained() {
    RoundRecord good = screened(1, 9, 2, scale(1.6));
    assertThat(Climb.of(view(0, good, screened(2, 0, 1, prior(0.2))))).isPresent();
    assertThat(Climb.of(view(2, good, confirmed(2, false, scale(1.6))))).isEmpty();
    assertThat(Climb.of(view(2, good, screened(2, 0, 1, prior(0.2))))).isEmpty();
    assertThat(Climb.of(view(screened(1, 2, 9, scale(1.6))))).isEmpty();
  }

  @Test
  void theSearchClimbsEveryOtherTimeAndNotWithoutMemory() {
    View view = view(screened(1, 9, 2, scale(1.6)));
    assertThat(climbs(new TypedSearch(true, true), view)).isBetween(70, 130);
    assertThat(climbs(new TypedSearch(false, true), view)).isZero();
  }

  private static int climbs(Proposer proposer, View view) {
    int climbs = 0;
    for (int i = 0; i < 200; i++) {
      climbs +=
          proposer.propose(view, new SeedStream(i)).orElseThrow().kind() == EditKind.CLIMB ? 1 : 0;
    }
    return climbs;
  }
}
