package dev.inquest.gate.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import dev.inquest.gate.warrant.AuditVerifier;
import dev.inquest.gate.warrant.Checkpoints;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The real chain: what went in, that it stays, and that a change of it is found. */
class AuditIT {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir Path folder;
  private Gate gate;
  private String checkpoint = "";

  @BeforeEach
  void oneProposalFromRequestToMergeRequest() {
    gate = new Gate(folder);
    Proposal proposal = gate.propose(Drafts.migration(gate.shop.head("main")));
    gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            proposal.digest(),
            DecisionCommand.Choice.APPROVE,
            new Approver("ada", Set.of("approver")),
            DecisionCommand.Via.PAGE,
            null));
    gate.actuations.poll();
    checkpoint = String.valueOf(new Checkpoints(gate.audit, gate.key).now().get("envelope"));
  }

  private AuditVerifier.Verdict verify() {
    List<String> export =
        gate.audit.after(0, 500).stream().map(e -> MAPPER.writeValueAsString(e.toMap())).toList();
    return new AuditVerifier(gate.key.verifying()).verify(export.stream(), checkpoint);
  }

  @Test
  void everyActIsThereInItsOrder() {
    assertThat(gate.audit.after(0, 500))
        .extracting(AuditEntry::kind)
        .containsExactly(
            "request-copied",
            "proposal-asked",
            "decision",
            "warrant-issued",
            "warrant-claimed",
            "actuation-done");
    assertThat(verify()).isEqualTo(new AuditVerifier.Verdict.Sound(6));
  }

  @Test
  void refusedDecisionsAreActsAsWell() {
    Proposal proposal =
        gate.propose(Drafts.migration(gate.shop.head("main")).with("title", "Another"));
    gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            "0".repeat(64),
            DecisionCommand.Choice.APPROVE,
            new Approver("ada", Set.of("approver")),
            DecisionCommand.Via.PAGE,
            null));
    assertThat(gate.audit.last().orElseThrow().kind()).isEqualTo("decision-refused");
  }

  @Test
  void manyAtOnceMakeOneChain() {
    List<CompletableFuture<Void>> appends =
        IntStream.range(0, 20)
            .mapToObj(n ->
                CompletableFuture.runAsync(
                    () ->
                        gate.transactions.executeWithoutResult(
                            _ -> gate.audit.append("test-act", "n" + n, java.util.Map.of())),
                    task -> Thread.ofVirtual().start(task)))
            .toList();
    appends.forEach(CompletableFuture::join);
    assertThat(verify()).isEqualTo(new AuditVerifier.Verdict.Sound(26));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE gate.audit SET subject = 'x'",
        "DELETE FROM gate.audit",
        "DELETE FROM gate.audit WHERE seq = 6",
        "TRUNCATE gate.audit"
      })
  void evenItsOwnerIsStopped(String sql) {
    assertThatThrownBy(() -> gate.database.sql().sql(sql).update())
        .rootCause()
        .hasMessageContaining("never changed or removed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE gate.audit SET kind = 'proposal-refused' WHERE seq = 2",
        "UPDATE gate.audit SET at = at + interval '1 microsecond' WHERE seq = 6",
        "UPDATE gate.audit SET body_sha256 = repeat('0', 64) WHERE seq = 3",
        "DELETE FROM gate.audit WHERE seq = 1",
        "DELETE FROM gate.audit WHERE seq = 4",
        "DELETE FROM gate.audit WHERE seq = 6",
        "UPDATE gate.audit SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3);"
            + " UPDATE gate.audit SET seq = -seq WHERE seq < 0"
      })
  void whatAnOwnerDoesPastTheTriggerIsFound(String sql) {
    gate.database
        .sql()
        .sql("ALTER TABLE gate.audit DISABLE TRIGGER audit_append_only; " + sql)
        .update();
    assertThat(verify()).isInstanceOf(AuditVerifier.Verdict.Broken.class);
  }

  @Test
  void payloadsAreNotInIt() {
    String all =
        gate.audit.after(0, 500).stream()
            .map(e -> MAPPER.writeValueAsString(e.toMap()))
            .reduce("", String::concat);
    assertThat(all).doesNotContain("Index orders", "CREATE INDEX", "orders_customer");
    assertThat(all.getBytes(UTF_8)).hasSizeLessThan(6 * 500);
  }
}
