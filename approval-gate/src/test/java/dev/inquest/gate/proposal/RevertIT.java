package dev.inquest.gate.proposal;

import static dev.inquest.gate.testing.Drafts.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A revert is the gate's own, of a commit of the branch, and touches plain files only. */
class RevertIT {
  private static final String SHOP = "src/main/java/Shop.java";
  private static final String BEFORE = "class Shop {\n  int pool = 10;\n}\n";

  @TempDir Path folder;
  private Gate gate;
  private String bad = "";

  @BeforeEach
  void start() {
    gate = new Gate(folder);
    bad =
        gate.shop.commit(
            "Shrink the pool",
            Map.of(SHOP, BEFORE.replace("10", "1"), "src/main/java/New.java", "class New {}\n"));
  }

  private Drafts revert(String culprit) {
    return Drafts.revert(gate.shop.head("main"), culprit);
  }

  private void refused(Drafts draft, String code) {
    Proposal proposal = gate.propose(draft);
    assertThat(proposal.reason()).startsWith(code + ":");
    assertThat(proposal.state()).isEqualTo(ProposalState.REFUSED);
  }

  @Test
  void isComputedByTheGateAndMayBeSentAlike() {
    Proposal left = gate.propose(revert(bad));
    assertThat(left.state()).isEqualTo(ProposalState.ASKED);
    assertThat(left.body().diff()).contains("-  int pool = 1;", "+  int pool = 10;");
    Proposal sent =
        gate.propose(
            revert(bad)
                .with("files", List.of(file("src/main/java/New.java", null), file(SHOP, BEFORE))));
    assertThat(sent.id()).isEqualTo(left.id());
  }

  @Test
  void filesThatDifferFromTheGatesOwnAreRefused() {
    refused(revert(bad).with("files", List.of(file(SHOP, BEFORE))), "revert-differs");
    refused(
        revert(bad)
            .with(
                "files",
                List.of(file("src/main/java/New.java", null), file(SHOP, BEFORE + "// x\n"))),
        "revert-differs");
    refused(
        revert(bad)
            .with(
                "files",
                List.of(
                    file("src/main/java/New.java", null),
                    file(SHOP, BEFORE),
                    file("src/main/java/Evil.java", "class Evil {}\n"))),
        "revert-differs");
    refused(
        revert(bad).with("files", List.of(file("src/main/java/New.java", ""), file(SHOP, BEFORE))),
        "revert-differs");
  }

  @Test
  void onlyAWholeHashOfACommitOfTheBranchIsReverted() {
    refused(revert(bad).with("revertOf", null), "revert-of-what");
    refused(revert("main"), "commit-unknown");
    refused(revert("HEAD~1"), "commit-unknown");
    refused(revert(bad.substring(0, 12)), "commit-unknown");
    refused(revert("0".repeat(40)), "commit-unknown");
    String side =
        gate.shop.commit("side", bad, "Side", "Dev <dev@shop.test>", Map.of("a.txt", "a\n"));
    gate.shop.merge(side, "Dev <dev@shop.test>", Map.of("b.txt", "b\n"));
    String merge = gate.shop.head("main");
    refused(revert(merge), "revert-impossible");
    String apart =
        gate.shop.commit("apart", bad, "Apart", "Dev <dev@shop.test>", Map.of("c.txt", "c\n"));
    refused(revert(apart), "commit-unknown");
  }

  @Test
  void whatLaterChangesBuildUponIsNotReverted() {
    gate.shop.commit("Later", Map.of(SHOP, BEFORE.replace("10", "2")));
    refused(revert(bad), "revert-impossible");
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml,<project><evil/></project>,path-forbidden",
    ".gitlab-ci.yml,evil,path-forbidden",
    "docs/CODEOWNERS,* @me,path-forbidden",
    "hooks/pre-receive,evil,path-forbidden",
    ".gitmodules,evil,path-forbidden",
    "src/link,link:/etc/passwd,not-a-plain-file",
    "src/module,module:1111111111111111111111111111111111111111,not-a-plain-file",
    "src/main/java/Shop.java,#! executable now,mode-change"
  })
  void revertsOfWhatNobodyMayProposeAreRefused(String path, String content, String code) {
    refused(revert(gate.shop.commit("Odd", Map.of(path, content))), code);
  }
}
