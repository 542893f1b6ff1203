package dev.inquest.gate.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionOutcome;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import dev.inquest.gate.testing.PlainCatalogues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of playbooks through the gate, on a real database. */
class PlaybookGateIT {
  private static final PlaybookFiles BUILT_IN = PlainCatalogues.BUILT_IN;
  private static final PlaybookFiles BETTER =
      PlaybookFiles.of(Map.of("slow.md", "threshold: 0.65\n", "down.md", "threshold: 0.80\n"));
  private static final PlaybookFiles BEST =
      PlaybookFiles.of(Map.of("slow.md", "threshold: 0.60\n", "down.md", "threshold: 0.80\n"));

  @TempDir private Path folder;
  private Gate gate;

  @BeforeEach
  void open() {
    gate = new Gate(folder);
  }

  private static Drafts draft(PlaybookFiles before, PlaybookFiles after) {
    List<Object> files = new ArrayList<>();
    after.texts().forEach((name, text) -> files.add(Drafts.file(name, text)));
    return Drafts.migration(before.digest())
        .with("kind", "playbook")
        .with("incident", "playbooks")
        .with("service", "playbooks")
        .with("files", files)
        .with("title", "Adopt evolved playbooks");
  }

  private static Drafts back(PlaybookFiles inUse) {
    return draft(inUse, inUse).with("files", List.of()).with("revertOf", inUse.digest());
  }

  private DecisionOutcome approve(Proposal proposal, String person) {
    return gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            proposal.digest(),
            DecisionCommand.Choice.APPROVE,
            new Approver(person, Set.of("approver")),
            DecisionCommand.Via.PAGE,
            null));
  }

  private Proposal adopted(PlaybookFiles before, PlaybookFiles after) {
    Proposal proposal = gate.propose(draft(before, after));
    approve(proposal, "ada");
    approve(proposal, "grace");
    gate.actuations.poll();
    return gate.now(proposal);
  }

  private PlaybookStanding standing() {
    return gate.playbooks.standing();
  }

  private static void assertHolds(
      PlaybookStanding now, String inUse, @Nullable String previous, @Nullable String shadow) {
    assertThat(List.of(now.inUse(), "" + now.previous(), "" + now.shadow()))
        .containsExactly(inUse, "" + previous, "" + shadow);
  }

  @Test
  void nothingHoldsButWhatIsBuiltInUntilSomebodyDecides() {
    assertHolds(standing(), "built-in", null, null);
    assertThat(gate.playbooks.inUse()).isEqualTo(BUILT_IN);
  }

  @Test
  void newPlaybooksNeedTwoPeopleAndAreThenTriedUnseen() {
    Proposal proposal = gate.propose(draft(BUILT_IN, BETTER));
    assertThat(proposal.state()).isEqualTo(ProposalState.ASKED);
    assertThat(proposal.body().diff()).contains("-threshold: 0.70\n+threshold: 0.65\n");
    assertThat(proposal.body().tree()).isEqualTo(BETTER.digest());

    approve(proposal, "ada");
    approve(proposal, "ada");
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.ASKED);
    assertHolds(standing(), "built-in", null, null);

    approve(proposal, "grace");
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.MERGED);
    assertHolds(standing(), "built-in", null, BETTER.digest());
    PlaybookVersion version = gate.playbooks.find(BETTER.digest()).orElseThrow();
    assertThat(version.files()).isEqualTo(BETTER);
    assertThat(version.parent()).isEqualTo(BUILT_IN.digest());
    assertThat(version.proposal()).isEqualTo(proposal.id());
    assertThat(version.approvers()).containsExactly("ada", "grace");
  }

  @Test
  void twoAreNeededEvenWhereThePolicyAsksForOne() throws Exception {
    String policy =
        new String(
            dev.inquest.gate.policy.PolicyReader.class
                .getResourceAsStream("/policy/default.yml")
                .readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    gate =
        new Gate(
            folder.resolve("lax"),
            dev.inquest.gate.policy.PolicyReader.read(
                policy
                    .replace("playbook: {risk: high}", "playbook: {risk: low}")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    Proposal proposal = gate.propose(draft(BUILT_IN, BETTER));
    assertThat(approve(proposal, "ada")).isInstanceOf(DecisionOutcome.Recorded.class);
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.ASKED);
    // Who is not named cannot be told from who approved already.
    assertThat(approve(proposal, "somebody")).isInstanceOf(DecisionOutcome.Refused.class);
    approve(proposal, "grace");
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.APPROVED);
  }

  @Test
  void draftsFromOtherPlaybooksOrWithBrokenOnesAreRefused() {
    assertThat(gate.propose(draft(BETTER, BEST)).reason()).startsWith("catalogue-changed: ");
    PlaybookFiles broken = PlaybookFiles.of(Map.of("slow.md", "broken\n"));
    assertThat(gate.propose(draft(BUILT_IN, broken)).reason())
        .isEqualTo("playbooks-invalid: slow.md is broken");
    assertThat(gate.propose(draft(BUILT_IN, BUILT_IN)).reason()).startsWith("nothing-changes: ");
    Drafts outside =
        draft(BUILT_IN, BETTER).with("files", List.of(Drafts.file("../slow.md", "x\n")));
    assertThat(gate.propose(outside).reason()).startsWith("path-unsafe: ");
  }

  @Test
  void pinTakesWhatIsApprovedAndRollbackGoesTheSameWayBack() {
    adopted(BUILT_IN, BETTER);
    assertThat(gate.desk.pin(BEST.digest(), "built-in", "ada", null))
        .isEqualTo(new PinOutcome.Unknown(BEST.digest()));
    assertThat(gate.desk.pin(BETTER.digest(), "built-in", "ada", "better for a month"))
        .isInstanceOf(PinOutcome.Done.class);
    assertHolds(standing(), BETTER.digest(), "built-in", "built-in");
    assertThat(standing().by()).isEqualTo("ada");
    adopted(BETTER, BEST);
    gate.desk.pin(BEST.digest(), BETTER.digest(), "ada", null);
    assertHolds(standing(), BEST.digest(), BETTER.digest(), BETTER.digest());

    gate.desk.rollback(BEST.digest(), "grace", null);
    assertHolds(standing(), BETTER.digest(), "built-in", null);
    gate.desk.rollback(BETTER.digest(), "grace", null);
    assertHolds(standing(), "built-in", null, null);
    assertThat(gate.desk.rollback("built-in", "grace", null))
        .isInstanceOfSatisfying(
            PinOutcome.Refused.class, no -> assertThat(no.code()).isEqualTo("nothing-before"));
    assertThat(gate.playbooks.uses(10))
        .extracting(PlaybookStanding::act)
        .containsExactly("rollback", "rollback", "pin", "adopt", "pin", "adopt", "install");
  }

  @Test
  void aSecondRollbackOfTheSameSightChangesNothing() {
    adopted(BUILT_IN, BETTER);
    gate.desk.pin(BETTER.digest(), "built-in", "ada", null);
    gate.desk.rollback(BETTER.digest(), "ada", null);
    assertThat(gate.desk.rollback(BETTER.digest(), "grace", null))
        .isEqualTo(new PinOutcome.Moved("built-in"));
    assertThat(gate.desk.pin(BETTER.digest(), BEST.digest(), "grace", null))
        .isEqualTo(new PinOutcome.Moved("built-in"));
  }

  @Test
  void otherPlaybooksInUseEndWhatStartsFromThoseBefore() {
    adopted(BUILT_IN, BETTER);
    Proposal asked = gate.propose(draft(BUILT_IN, BEST));
    gate.desk.pin(BETTER.digest(), "built-in", "ada", null);
    assertThat(gate.now(asked).state()).isEqualTo(ProposalState.WITHDRAWN);
  }

  @Test
  void whatWasApprovedBeforeThePinIsNotAdoptedAfterIt() {
    adopted(BUILT_IN, BETTER);
    Proposal late = gate.propose(draft(BUILT_IN, BEST));
    approve(late, "ada");
    approve(late, "grace");
    gate.desk.pin(BETTER.digest(), "built-in", "ada", null);
    gate.actuations.poll();
    assertThat(gate.now(late).state()).isEqualTo(ProposalState.FAILED);
    assertThat(gate.playbooks.find(BEST.digest())).isEmpty();
  }

  @Test
  void changedBytesAreNotAdopted() {
    Proposal proposal = gate.propose(draft(BUILT_IN, BETTER));
    approve(proposal, "ada");
    approve(proposal, "grace");
    gate.database
        .sql()
        .sql(
            "UPDATE gate.proposal SET body = replace(body::text, '0.65', '0.05')::jsonb"
                + " WHERE id = :id")
        .param("id", proposal.id())
        .update();
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.FAILED);
    assertHolds(standing(), "built-in", null, null);
  }

  @Test
  void goingBackByAProposalNeedsOneAndHoldsAtOnce() {
    assertThat(gate.propose(back(BUILT_IN)).reason()).startsWith("not-in-use: ");
    adopted(BUILT_IN, BETTER);
    gate.desk.pin(BETTER.digest(), "built-in", "ada", null);
    Proposal revert = gate.propose(back(BETTER));
    assertThat(revert.state()).isEqualTo(ProposalState.ASKED);
    assertThat(revert.body().diff()).contains("-threshold: 0.65\n+threshold: 0.70\n");
    approve(revert, "grace");
    gate.actuations.poll();
    assertThat(gate.now(revert).state()).isEqualTo(ProposalState.MERGED);
    assertHolds(standing(), "built-in", null, null);
    assertThat(standing().act()).isEqualTo("revert");
    assertThat(standing().reason()).isEqualTo(revert.id());
  }

  @Test
  void pausedNothingIsAdopted() {
    gate.pause.set(true, "ada", null);
    Proposal proposal = adopted(BUILT_IN, BETTER);
    assertThat(proposal.state()).isEqualTo(ProposalState.APPROVED);
    assertHolds(standing(), "built-in", null, null);
    gate.pause.set(false, "ada", null);
    gate.actuations.poll();
    assertHolds(standing(), "built-in", null, BETTER.digest());
  }
}
