package dev.inquest.gate.warrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.gate.decision.Approver;
import dev.inquest.gate.decision.DecisionCommand;
import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.PolicyReader;
import dev.inquest.gate.proposal.Proposal;
import dev.inquest.gate.proposal.ProposalState;
import dev.inquest.gate.testing.Drafts;
import dev.inquest.gate.testing.Gate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A warrant is used once, in time, for what it was issued for, and never while paused. */
class WarrantUseIT {
  @TempDir Path folder;
  private Gate gate;

  @BeforeEach
  void start() {
    gate = new Gate(folder);
  }

  private Proposal approved(String title) {
    Proposal proposal = gate.propose(Drafts.migration(gate.shop.head("main")).with("title", title));
    gate.decisions.decide(
        new DecisionCommand(
            proposal.id(),
            proposal.digest(),
            DecisionCommand.Choice.APPROVE,
            new Approver("ada", Set.of("approver")),
            DecisionCommand.Via.PAGE,
            null));
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.APPROVED);
    return proposal;
  }

  private String nonce(Proposal proposal) {
    return gate.warrantStore.of(proposal.id()).orElseThrow().nonce();
  }

  private boolean claim(String nonce, String actuation) {
    return Objects.requireNonNull(
        gate.transactions.execute(_ -> gate.warrantStore.claim(nonce, actuation)));
  }

  private void sql(String sql) {
    gate.database.sql().sql(sql).update();
  }

  @Test
  void ofManyClaimsAtOnceOneHolds() {
    String nonce = nonce(approved("raced for"));
    CountDownLatch go = new CountDownLatch(1);
    List<CompletableFuture<Boolean>> claims =
        IntStream.range(0, 16)
            .mapToObj(n ->
                CompletableFuture.supplyAsync(
                    () -> {
                      await(go);
                      return claim(nonce, "actuation-" + n);
                    },
                    task -> Thread.ofVirtual().start(task)))
            .toList();
    go.countDown();
    assertThat(claims).extracting(CompletableFuture::join).containsOnlyOnce(true);
    assertThat(claim(nonce, "late")).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatIsDoneIsNeverDoneAgain() {
    Proposal proposal = approved("once");
    gate.actuations.poll();
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).hasSize(1);
    assertThat(claim(nonce(proposal), "again")).isFalse();
  }

  @Test
  void aClaimWaitsForAPauseThatIsBeingSaidAndThenFails() {
    String nonce = nonce(approved("pausing"));
    CountDownLatch paused = new CountDownLatch(1);
    CountDownLatch claiming = new CountDownLatch(1);
    CompletableFuture<Void> pause =
        CompletableFuture.runAsync(
            () ->
                gate.transactions.executeWithoutResult(_ -> {
                  gate.jdbc.sql("UPDATE gate.pause SET paused = true, by = 'ada'").update();
                  paused.countDown();
                  await(claiming);
                  awaitBlocked();
                }),
            task -> Thread.ofVirtual().start(task));
    await(paused);
    CompletableFuture<Boolean> claim =
        CompletableFuture.supplyAsync(
            () -> {
              claiming.countDown();
              return claim(nonce, "while pausing");
            },
            task -> Thread.ofVirtual().start(task));
    pause.join();
    assertThat(claim.join()).isFalse();
  }

  /** Until the claim waits for the row that says whether actuation is paused. */
  private void awaitBlocked() {
    JdbcClient looking = gate.database.sql();
    Instant end = Instant.now().plusSeconds(30);
    while (looking
        .sql("SELECT pid FROM pg_locks WHERE NOT granted")
        .query(Integer.class)
        .list()
        .isEmpty()) {
      assertThat(Instant.now()).as("the claim waits").isBefore(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void aClaimedWarrantRestsWhilePaused() {
    Proposal proposal = approved("claimed, then paused");
    assertThat(claim(nonce(proposal), "a")).isTrue();
    gate.pause.set(true, "ada", null);
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();
    gate.pause.set(false, "ada", null);
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).hasSize(1);
  }

  @Test
  void aLaterExpiryWrittenIntoTheRowDoesNotMakeItLonger() {
    gate = new Gate(folder.resolve("short"), shortWarrants());
    Proposal proposal = approved("expired");
    sql("UPDATE gate.warrant SET expires_at = clock_timestamp() + interval '1 hour'");
    gate.actuations.poll();
    assertThat(gate.actuator.opened()).isEmpty();
    assertThat(gate.now(proposal).reason()).contains("expired");
  }

  private static Policy shortWarrants() {
    Policy own = PolicyReader.builtIn();
    return new Policy(
        own.sha256(),
        own.expiry(),
        Duration.ofMillis(1),
        own.shapes(),
        own.uniqueIndexes(),
        own.limits(),
        own.approve(),
        own.guarded());
  }

  @Test
  void theWarrantOfOneProposalDoesNotServeAnother() {
    Proposal one = approved("one");
    Proposal other = approved("other");
    sql(
        "UPDATE gate.warrant SET envelope = (SELECT envelope FROM gate.warrant WHERE proposal = '"
            + one.id()
            + "') WHERE proposal = '"
            + other.id()
            + "'");
    gate.actuations.poll();
    assertThat(gate.now(one).state()).isEqualTo(ProposalState.OPENED);
    assertThat(gate.now(other).state()).isEqualTo(ProposalState.FAILED);
    assertThat(gate.now(other).reason()).contains("issued for something else");
  }

  @Test
  void evidenceExchangedAfterwardsIsNotWhatWasShown() {
    Proposal proposal = approved("evidence");
    sql("UPDATE gate.proposal SET body = jsonb_set(body, '{evidence_root}', '\"00\"')");
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.FAILED);
    assertThat(gate.actuator.opened()).isEmpty();
  }

  @Test
  void oneProposalHasOneWarrant() {
    approved("one");
    assertThatThrownBy(() ->
            gate.jdbc
                .sql(
                    "INSERT INTO gate.warrant (nonce, proposal, action, envelope, state,"
                        + " next_try_at, expires_at) SELECT 'n2', proposal, action, envelope,"
                        + " 'issued', next_try_at, expires_at FROM gate.warrant")
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void withdrawnBeforeItIsClaimedNothingIsDone() {
    Proposal proposal = approved("withdrawn");
    gate.request("inc-1", "withdraw", "{\"incident\":\"inc-1\",\"reason\":\"another cause\"}");
    gate.requests.poll();
    gate.actuations.poll();
    assertThat(gate.now(proposal).state()).isEqualTo(ProposalState.WITHDRAWN);
    assertThat(gate.actuator.opened()).isEmpty();
  }
}
