package dev.inquest.gate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.decision.DecisionCommand.Choice;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import dev.inquest.gate.testing.PushingActuator;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate did, and what it counted of it. */
class GateMetricsIT {
  @TempDir Path folder;
  private Gate gate;

  @BeforeEach
  void start() {
    gate = new Gate(folder);
  }

  @Test
  void anApprovalThatIsCarriedOutAtTheSecondTry() {
    Proposal proposal = gate.propose(Drafts.migration(gate.shop.head("main")));
    backdate(proposal);
    decide(proposal, "0".repeat(64), Choice.APPROVE);
    decide(proposal, proposal.digest(), Choice.APPROVE);
    decide(proposal, proposal.digest(), Choice.APPROVE);
    gate.actuator.next(PushingActuator.Trouble.UNREACHABLE);
    gate.actuations.poll();
    gate.database.sql().sql("UPDATE gate.warrant SET next_try_at = now()").update();
    gate.actuations.poll();

    assertThat(count("inquest.approvals", "decision", "refused")).isEqualTo(1);
    assertThat(count("inquest.approvals", "decision", "approved")).isEqualTo(1);
    assertThat(count("inquest.actuations", "result", "retried")).isEqualTo(1);
    assertThat(count("inquest.actuations", "result", "opened")).isEqualTo(1);
    assertThat(gate.meters.find("inquest.approval.wait").timer()).isNotNull();
    assertThat(gate.meters.get("inquest.approval.wait").timer().count()).isEqualTo(1);
    assertThat(gate.meters.get("inquest.approval.wait").timer().totalTime(TimeUnit.SECONDS))
        .isCloseTo(60, within(30.0));
  }

  @Test
  void anActuationThatIsGivenUp() {
    Proposal proposal = gate.propose(Drafts.migration(gate.shop.head("main")));
    decide(proposal, proposal.digest(), Choice.APPROVE);
    gate.actuator.next(PushingActuator.Trouble.REFUSED);
    gate.actuations.poll();
    assertThat(count("inquest.actuations", "result", "failed")).isEqualTo(1);
  }

  @Test
  void aRejection() {
    Proposal proposal = gate.propose(Drafts.migration(gate.shop.head("main")));
    decide(proposal, proposal.digest(), Choice.REJECT);
    assertThat(count("inquest.approvals", "decision", "rejected")).isEqualTo(1);
  }

  @Test
  void theAuditsSizeIsItsNewestNumber() {
    AuditSize size = new AuditSize(gate.audit, gate.meters);
    gate.propose(Drafts.migration(gate.shop.head("main")));
    size.look();
    double entries = gate.meters.get("inquest.audit.size").gauge().value();
    assertThat(entries).isPositive().isEqualTo(gate.audit.after(0, 1_000).size());
  }

  private void backdate(Proposal proposal) {
    gate.database
        .sql()
        .sql("UPDATE gate.proposal SET asked_at = asked_at - interval '1 minute' WHERE id = :id")
        .param("id", proposal.id())
        .update();
  }

  private void decide(Proposal proposal, String digest, Choice choice) {
    gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            digest,
            choice,
            new Approver("ada", Set.of("approver")),
            DecisionCommand.Via.PAGE,
            null));
  }

  private double count(String name, String label, String value) {
    return gate.meters.get(name).tag(label, value).counter().count();
  }
}
