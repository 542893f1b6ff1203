package dev.inquest.gate.actuator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import dev.inquest.gate.testing.PushingActuator;
import dev.inquest.gate.testing.ShopRepository;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the agent's request to the merge request, and what can go wrong on the way. */
class GateIT {
  private static final Approver ADA = new Approver("ada", Set.of("approver"));

  @TempDir Path folder;
  private Gate gate;

  @BeforeEach
  void start() {
    gate = new Gate(folder);
  }

  private Proposal asked() {
    Proposal proposal = gate.propose(Drafts.migration(gate.shop.head("main")));
    assertThat(proposal.reason()).isNull();
    assertThat(proposal.state()).isEqualTo(ProposalState.ASKED);
    return proposal;
  }

  private DecisionOutcome approve(Proposal proposal) {
    return gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            proposal.digest(),
            DecisionCommand.Choice.APPROVE,
            ADA,
            DecisionCommand.Via.PAGE,
            null));
  }

  @Test
  void approvedChangeIsOpenedExactlyAsShown() {
    Proposal proposal = asked();
    assertThat(proposal.body().diff()).contains("+CREATE INDEX CONCURRENTLY orders_customer");
    assertThat(proposal.risk().text()).isEqualTo("medium");

    assertThat(approve(proposal))
        .isEqualTo(new DecisionOutcome.Recorded(proposal.id(), "approved"));
    gate.actuations.poll();

    Proposal opened = gate.now(proposal);
    assertThat(opened.state()).isEqualTo(ProposalState.OPENED);
    assertThat(opened.mergeRequest()).isNotNull();
    assertThat(gate.actuator.opened()).hasSize(1);
    assertThat(gate.actuator.opened().getFirst().files()).isEqualTo(proposal.body().files());
  }

  @Test
  void nothingHappensWithoutApproval() {
    asked();
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();
  }

  @Test
  void crashAfterThePushOpensOneMergeRequest() {
    Proposal proposal = asked();
    approve(proposal);
    gate.actuator.next(PushingActuator.Trouble.CRASH_AFTER_PUSH);
    assertThatThrownBy(gate.actuations::poll).isInstanceOf(PushingActuator.Crash.class);
    String claimedBy = actuation();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.APPROVED);

    gate.actuations.poll();

    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.OPENED);
    assertThat(gate.actuator.opened()).hasSize(1);
    assertThat(actuation()).isEqualTo(claimedBy);
  }

  private String actuation() {
    return gate.database
        .sql()
        .sql("SELECT actuation FROM gate.warrant")
        .query(String.class)
        .single();
  }

  @Test
  void unreachableForgeIsTriedAgainLater() {
    Proposal proposal = asked();
    approve(proposal);
    gate.actuator.next(PushingActuator.Trouble.UNREACHABLE);
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.APPROVED);

    gate.database.sql().sql("UPDATE gate.warrant SET next_try_at = now()").update();
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.OPENED);
  }

  @Test
  void refusingForgeEndsItWithTheReason() {
    Proposal proposal = asked();
    approve(proposal);
    gate.actuator.next(PushingActuator.Trouble.REFUSED);
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.FAILED);
    assertThat(gate.now(proposal).reason()).contains("forge-refused");
  }

  @Test
  void pauseHoldsActuationAndResumeLetsItGo() {
    Proposal proposal = asked();
    gate.pause.set(true, "ada", "change freeze");
    assertThat(approve(proposal))
        .isInstanceOfSatisfying(
            DecisionOutcome.Recorded.class, r -> assertThat(r.note()).contains("paused"));
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();

    gate.pause.set(false, "ada", null);
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.OPENED);
  }

  @Test
  void expiredWarrantDoesNothing() {
    Proposal proposal = asked();
    approve(proposal);
    gate.database.sql().sql("UPDATE gate.warrant SET expires_at = now()").update();
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.FAILED);
  }

  @Test
  void harmlessProgressOfTheBranchKeepsTheYes() {
    Proposal proposal = asked();
    approve(proposal);
    gate.shop.commit("Later", Map.of("src/main/java/Other.java", "class Other {}\n"));
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.OPENED);
    assertThat(gate.actuator.opened().getFirst().baseSha()).isEqualTo(proposal.baseSha());
  }

  @Test
  void anotherMigrationMeanwhileIsAskedAgainOnTheNewBase() {
    Proposal proposal = asked();
    approve(proposal);
    gate.shop.commit(
        "Later", Map.of(ShopRepository.MIGRATIONS + "/V10_5__between.sql", "SELECT 1;\n"));
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.FAILED);
    assertThat(gate.now(proposal).reason()).contains("asked again");

    gate.requests.poll();
    Proposal again = gate.all().getFirst();
    assertThat(again.state()).isEqualTo(ProposalState.ASKED);
    assertThat(again.baseSha()).isEqualTo(gate.shop.head("main"));
    assertThat(again.digest()).isNotEqualTo(proposal.digest());
    assertThat(gate.actuator.opened()).isEmpty();
  }

  @Test
  void changedStoredFilesAreNotCarriedOut() {
    Proposal proposal = asked();
    approve(proposal);
    gate.database
        .sql()
        .sql(
            "UPDATE gate.proposal SET body =" + " replace(body::text, '(customer)', '(id)')::jsonb")
        .update();
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();
    assertThat(gate.now(proposal).reason()).contains("not the one that was approved");
  }

  @Test
  void forgedWarrantIsNotCarriedOut() {
    Proposal proposal = asked();
    approve(proposal);
    gate.database
        .sql()
        .sql(
            "UPDATE gate.warrant SET envelope = convert_to(replace(convert_from(envelope, 'UTF8'),"
                + " '\"sig\":\"', '\"sig\":\"AAAA'), 'UTF8')")
        .update();
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.FAILED);
  }

  @Test
  void mergedChangeIsSeenOnItsBranch() {
    Proposal proposal = asked();
    approve(proposal);
    gate.actuations.poll();
    gate.merges.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.OPENED);

    gate.shop.commit(
        "Squashed",
        Map.of(
            ShopRepository.MIGRATIONS + "/V11__orders_customer.sql",
            Drafts.SQL,
            ShopRepository.MIGRATIONS + "/V11__orders_customer.sql.conf",
            Drafts.CONF));
    gate.merges.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.MERGED);
  }
}
