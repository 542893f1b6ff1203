package dev.inquest.gate.actuator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.policy.PolicyReader;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A yes given on one base, and the branch has moved on since. */
class DriftIT {
  private static final String SHOP = "src/main/java/Shop.java";

  @TempDir Path folder;
  private Gate gate;

  @BeforeEach
  void start() throws IOException {
    try (InputStream in = PolicyReader.class.getResourceAsStream("/policy/default.yml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      String guarding = text.replace("guarded: []", "guarded: [config/, deploy.yml]");
      gate = new Gate(folder, PolicyReader.read(guarding.getBytes(UTF_8)));
    }
  }

  private Proposal approvedRevert() {
    String bad = gate.shop.commit("Bad", Map.of(SHOP, "class Shop {}\n"));
    return approve(gate.propose(Drafts.revert(bad, bad)));
  }

  private Proposal approve(Proposal proposal) {
    assertThat(proposal.state()).isEqualTo(ProposalState.ASKED);
    gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            proposal.digest(),
            DecisionCommand.Choice.APPROVE,
            new Approver("ada", Set.of("approver")),
            DecisionCommand.Via.PAGE,
            null));
    return proposal;
  }

  private void notCarriedOut(Proposal proposal, String why) {
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.FAILED);
    assertThat(gate.now(proposal).reason()).contains(why);
  }

  @Test
  void aTouchedPathThatChangedEndsIt() {
    Proposal proposal = approvedRevert();
    gate.shop.commit("Later", Map.of(SHOP, "class Shop { int later; }\n"));
    notCarriedOut(proposal, SHOP + " changed");
  }

  @ParameterizedTest
  @CsvSource({"config/pool.yml", "config/deep/er.yml", "deploy.yml"})
  void aGuardedPathThatChangedEndsIt(String path) {
    Proposal proposal = approvedRevert();
    gate.shop.commit("Later", Map.of(path, "a: 1\n"));
    notCarriedOut(proposal, path + " changed");
  }

  @ParameterizedTest
  @CsvSource({"configuration.yml", "other/config/pool.yml", "deploy.yml.md"})
  void aPathThatOnlyLooksGuardedDoesNot(String path) {
    Proposal proposal = approvedRevert();
    gate.shop.commit("Later", Map.of(path, "a: 1\n"));
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.OPENED);
  }

  @Test
  void aRewrittenBranchEndsIt() {
    String before = gate.shop.head("main");
    Proposal proposal = approvedRevert();
    gate.shop.commit("main", before, "Rewritten", "Dev <dev@shop.test>", Map.of("x.txt", "x\n"));
    notCarriedOut(proposal, "rewritten");
  }

  @Test
  void theSameIsAskedAgainOnANewBaseThreeTimesAtMost() {
    String bad = gate.shop.commit("Bad", Map.of("src/main/java/Bad.java", "class Bad {}\n"));
    Proposal proposal = gate.propose(Drafts.revert(bad, bad));
    for (int again = 1; again <= 3; again++) {
      approve(proposal);
      gate.shop.commit("Later", Map.of("deploy.yml", "a: " + again + "\n"));
      notCarriedOut(proposal, "asked again");
      gate.requests.poll();
      proposal = gate.all().getFirst();
    }
    approve(proposal);
    gate.shop.commit("Later", Map.of("deploy.yml", "a: 4\n"));
    gate.actuations.poll();
    assertThat(gate.now(proposal).reason()).contains("changed").doesNotContain("asked again");
    gate.requests.poll();
    assertThat(gate.all()).hasSize(4);
  }
}
