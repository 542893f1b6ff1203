package dev.inquest.gate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.audit.Sha256;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import dev.inquest.gate.testing.ShopRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code proposal_sha256} and the diff are the gate's own, whatever the agent says of them. */
class DigestIT {
  @TempDir Path folder;

  @Test
  void coversRepositoryBranchBaseFilesAndTexts() {
    Gate gate = new Gate(folder);
    String base = gate.shop.head("main");
    Proposal proposal = gate.propose(Drafts.migration(base));
    String path = ShopRepository.MIGRATIONS + "/V11__orders_customer.sql";
    String expected =
        "{\"base_sha\":\"%s\",\"description\":\"Evidence: none in this test.\",\"files\":[%s,%s],"
                .formatted(base, file(path, Drafts.SQL), file(path + ".conf", Drafts.CONF))
            + "\"message\":\"Index orders by customer\",\"repo\":\"%s\","
                .formatted(gate.shop.locator())
            + "\"rollback\":\"DROP INDEX CONCURRENTLY orders_customer;\","
            + "\"target_branch\":\"main\",\"title\":\"Index orders by customer\"}";
    assertThat(proposal.digest()).isEqualTo(Sha256.hex(expected));
  }

  private static String file(String path, String content) {
    return "{\"mode\":\"100644\",\"new_sha256\":\"%s\",\"old_blob\":null,\"path\":\"%s\"}"
        .formatted(Sha256.hex(content), path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"message", "title", "description", "rollback"})
  void anotherWordIsAnotherProposal(String key) {
    Gate gate = new Gate(folder);
    Drafts draft = Drafts.migration(gate.shop.head("main"));
    Proposal one = gate.propose(draft);
    Proposal other = gate.propose(draft.with(key, "Something else;"));
    assertThat(other.digest()).isNotEqualTo(one.digest());
  }

  @Test
  void whatTheAgentStatesOfItChangesNeitherDigestNorDiff() {
    Gate gate = new Gate(folder);
    Drafts draft = Drafts.migration(gate.shop.head("main"));
    Proposal honest = gate.propose(draft);
    Map<String, String> lies =
        Map.of("diff", "nothing changes", "digest", "0".repeat(64), "checked", "by the gate");
    Proposal lying = gate.propose(draft.with("stated", lies));
    assertThat(lying.id()).as("the same change is asked once").isEqualTo(honest.id());
    assertThat(lying.body().diff()).contains("+CREATE INDEX CONCURRENTLY orders_customer");
    assertThat(gate.all()).hasSize(1);
  }

  @Test
  void theDiffShowsWhatTheBranchReallyHas() {
    Gate gate = new Gate(folder);
    String old = gate.shop.head("main");
    gate.shop.commit("Later", Map.of("src/main/java/Other.java", "class Other {}\n"));
    Proposal proposal = gate.propose(Drafts.migration(old));
    assertThat(proposal.baseSha()).isEqualTo(gate.shop.head("main"));
    assertThat(proposal.body().files()).hasSize(2);
    assertThat(List.of(proposal.body().diff().split("\n")))
        .filteredOn(line -> line.startsWith("diff --git"))
        .hasSize(2);
  }
}
