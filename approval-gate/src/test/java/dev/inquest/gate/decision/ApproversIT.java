package dev.inquest.gate.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.PolicyReader;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import dev.inquest.gate.warrant.Dsse;
import dev.inquest.gate.warrant.WarrantStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** High risk: two people, none of them whoever made the change. */
class ApproversIT {
  private static final Approver ADA = new Approver("ada", Set.of("approver"));
  private static final Approver GRACE = new Approver("grace", Set.of("approver"));
  private static final Approver OPERATOR = new Approver("operator", Set.of("approver"));
  private static final Approver VIEWER = new Approver("ada", Set.of("viewer"));
  private static final String DEV = "Dev <dev@shop.test>";

  @TempDir Path folder;
  private Gate gate;

  @BeforeEach
  void start() throws IOException {
    gate = new Gate(folder, highReverts());
  }

  private static Policy highReverts() throws IOException {
    try (InputStream in = PolicyReader.class.getResourceAsStream("/policy/default.yml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return PolicyReader.read(
          text.replace("risk: medium, unique", "risk: high, unique")
              .replace("revert: {risk: medium}", "revert: {risk: high}")
              .getBytes(UTF_8));
    }
  }

  private Proposal revertOf(String author) {
    String culprit =
        gate.shop.commit(
            "main",
            gate.shop.head("main"),
            "Bad",
            author,
            Map.of("src/main/java/Bad.java", "class Bad {}\n"));
    return asked(Drafts.revert(gate.shop.head("main"), culprit));
  }

  private Proposal asked(Drafts draft) {
    Proposal proposal = gate.propose(draft);
    assertThat(proposal.state()).isEqualTo(ProposalState.ASKED);
    assertThat(proposal.risk().text()).isEqualTo("high");
    return proposal;
  }

  private DecisionOutcome decide(Proposal proposal, Approver who, DecisionCommand.Choice choice) {
    return gate.decisions.decide(
        new DecisionCommand(
            proposal.id(), proposal.digest(), choice, who, DecisionCommand.Via.PAGE, null));
  }

  private DecisionOutcome approve(Proposal proposal, Approver who) {
    return decide(proposal, who, DecisionCommand.Choice.APPROVE);
  }

  private void refused(Proposal proposal, Approver who, String code) {
    refused(approve(proposal, who), code);
    assertThat(gate.decisionStore.of(proposal.id())).isEmpty();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.ASKED);
  }

  private static void refused(DecisionOutcome outcome, String code) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            DecisionOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo(code));
  }

  @Test
  void twoPeopleMustApproveAndBothStandInTheWarrant() {
    Proposal proposal = revertOf(DEV);
    assertThat(approve(proposal, GRACE))
        .isInstanceOfSatisfying(
            DecisionOutcome.Recorded.class, r -> assertThat(r.state()).isEqualTo("asked"));
    assertThat(approve(proposal, GRACE))
        .as("one person is one person")
        .isInstanceOf(DecisionOutcome.AlreadyDecided.class);
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();

    assertThat(approve(proposal, ADA))
        .isEqualTo(new DecisionOutcome.Recorded(proposal.id(), "approved"));
    assertThat(statement().approvers()).containsExactly("ada", "grace");
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.OPENED);
  }

  private WarrantStatement statement() {
    byte[] envelope =
        gate.database.sql().sql("SELECT envelope FROM gate.warrant").query(byte[].class).single();
    return WarrantStatement.read(
        Dsse.open(new String(envelope, UTF_8), WarrantStatement.TYPE, gate.key.verifying()));
  }

  @Test
  void oneNoEndsItWhateverWasSaidBefore() {
    Proposal proposal = revertOf(DEV);
    approve(proposal, GRACE);
    decide(proposal, ADA, DecisionCommand.Choice.REJECT);
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.REJECTED);
    assertThat(gate.actuator.opened()).isEmpty();
  }

  @Test
  void theAuthorMayRejectButNotApprove() {
    Proposal proposal = revertOf("Ada <Ada@Shop.test>");
    refused(proposal, ADA, "the-author");
    assertThat(decide(proposal, ADA, DecisionCommand.Choice.REJECT))
        .isEqualTo(new DecisionOutcome.Recorded(proposal.id(), "rejected"));
  }

  @Test
  void whoeverMergedItIsLikeTheAuthor() {
    String side =
        gate.shop.commit(
            "side",
            gate.shop.head("main"),
            "Bad",
            DEV,
            Map.of("src/main/java/Bad.java", "class Bad {}\n"));
    gate.shop.merge(
        side, "Grace <grace@shop.test>", Map.of("src/main/java/Bad.java", "class Bad {}\n"));
    gate.shop.commit("Later", Map.of("src/main/java/Later.java", "class Later {}\n"));
    Proposal proposal = asked(Drafts.revert(gate.shop.head("main"), side));
    refused(proposal, GRACE, "the-author");
    assertThat(approve(proposal, ADA)).isInstanceOf(DecisionOutcome.Recorded.class);
  }

  @Test
  void anAuthorNobodyKnowsCouldBeAnybody() {
    Proposal proposal = revertOf("X <x@elsewhere.test>");
    refused(proposal, ADA, "author-unmapped");
    refused(proposal, GRACE, "author-unmapped");
  }

  @Test
  void aCulpritNobodyKnowsCouldBeAnybodys() {
    refused(asked(Drafts.migration(gate.shop.head("main"))), ADA, "culprit-unknown");
  }

  @Test
  void whoeverIsNotInTheListCouldBeSomebodyInIt() {
    refused(revertOf(DEV), OPERATOR, "not-mapped");
  }

  @Test
  void withoutTheRoleNobodyDecidesNotEvenNo() {
    Proposal proposal = revertOf(DEV);
    refused(proposal, VIEWER, "not-an-approver");
    refused(decide(proposal, VIEWER, DecisionCommand.Choice.REJECT), "not-an-approver");
  }

  @Test
  void aTokenDecidesOnlyWhereThePolicyLetsIt() {
    Proposal proposal = revertOf(DEV);
    for (DecisionCommand.Choice choice : DecisionCommand.Choice.values()) {
      refused(
          gate.decisions.decide(
              new DecisionCommand(
                  proposal.id(), proposal.digest(), choice, ADA, DecisionCommand.Via.API, null)),
          "not-by-token");
    }
  }

  @Test
  void aCardOfAnotherRevisionDecidesNothing() {
    Proposal proposal = revertOf(DEV);
    approve(proposal, GRACE);
    refused(clicked(proposal, proposal.cardRevision()), "stale-card");
    assertThat(clicked(proposal, gate.now(proposal).cardRevision()))
        .isEqualTo(new DecisionOutcome.Recorded(proposal.id(), "approved"));
  }

  private DecisionOutcome clicked(Proposal proposal, int revision) {
    return gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            proposal.digest(),
            DecisionCommand.Choice.APPROVE,
            ADA,
            DecisionCommand.Via.SLACK,
            null,
            revision));
  }
}
