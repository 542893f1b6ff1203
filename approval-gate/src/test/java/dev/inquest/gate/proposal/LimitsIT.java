package dev.inquest.gate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often people are asked, and for how long. */
class LimitsIT {
  private static final Approver ADA = new Approver("ada", Set.of("approver"));

  @TempDir Path folder;
  private Gate gate;

  @BeforeEach
  void start() {
    gate = new Gate(folder);
  }

  private Proposal propose(String title) {
    return gate.propose(Drafts.migration(gate.shop.head("main")).with("title", title));
  }

  private DecisionOutcome decide(Proposal proposal, DecisionCommand.Choice choice) {
    return gate.decisions.decide(
        new DecisionCommand(
            proposal.id(), proposal.digest(), choice, ADA, DecisionCommand.Via.PAGE, null));
  }

  private void sql(String sql) {
    gate.database.sql().sql(sql).update();
  }

  @Test
  void threeAreOpenAtOnce() {
    Proposal first = propose("one");
    assertThat(propose("two").state()).isEqualTo(ProposalState.ASKED);
    assertThat(propose("three").state()).isEqualTo(ProposalState.ASKED);
    assertThat(propose("four").reason()).startsWith("too-many-open:");

    sql("UPDATE gate.proposal SET state = 'expired' WHERE id = '" + first.id() + "'");
    assertThat(propose("five").state()).isEqualTo(ProposalState.ASKED);
  }

  @Test
  void aMergeRequestThatNobodyMergesBlocksItsServiceForTwoDaysOnly() {
    for (String title : List.of("one", "two", "three")) {
      decide(propose(title), DecisionCommand.Choice.APPROVE);
    }
    gate.actuations.poll();
    assertThat(propose("four").reason()).startsWith("too-many-open:");
    sql("UPDATE gate.proposal SET opened_at = opened_at - interval '47 hours'");
    assertThat(propose("five").reason()).startsWith("too-many-open:");
    sql("UPDATE gate.proposal SET opened_at = opened_at - interval '2 hours'");
    assertThat(propose("six").state()).isEqualTo(ProposalState.ASKED);
  }

  @Test
  void tenAreAskedAnHour() {
    for (int n = 1; n <= 10; n++) {
      assertThat(propose("number " + n).state()).isEqualTo(ProposalState.ASKED);
      sql("UPDATE gate.proposal SET state = 'expired' WHERE state = 'asked'");
    }
    assertThat(propose("number 11").reason()).startsWith("asked-too-often:");

    sql("UPDATE gate.proposal SET asked_at = asked_at - interval '61 minutes'");
    assertThat(propose("number 12").state()).isEqualTo(ProposalState.ASKED);
  }

  @Test
  void aRejectedChangeStaysRejectedForADayWhateverIsSaidOfIt() {
    decide(propose("no"), DecisionCommand.Choice.REJECT);
    assertThat(propose("no").reason()).startsWith("rejected-before:");
    assertThat(propose("but it is good").reason()).startsWith("rejected-before:");
    sql("UPDATE gate.proposal SET decided_at = decided_at - interval '23 hours 59 minutes'");
    assertThat(propose("no").reason()).startsWith("rejected-before:");
    sql("UPDATE gate.proposal SET decided_at = decided_at - interval '2 minutes'");
    assertThat(propose("no").state()).isEqualTo(ProposalState.ASKED);
  }

  @Test
  void theSameIsAskedOnce() {
    assertThat(propose("same").id()).isEqualTo(propose("same").id());
    assertThat(gate.all()).hasSize(1);
  }

  @Test
  void silenceExpiresByTheDatabasesClockAndNeverApproves() {
    Proposal proposal = propose("unanswered");
    gate.expiry.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.ASKED);

    sql("UPDATE gate.proposal SET expires_at = clock_timestamp()");
    assertThat(decide(proposal, DecisionCommand.Choice.APPROVE))
        .as("too late, although nothing has swept it yet")
        .isInstanceOfSatisfying(
            DecisionOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo("expired"));
    gate.expiry.poll();
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.EXPIRED);
    assertThat(gate.actuator.opened()).isEmpty();
  }
}
