package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.connectors.postgresql.baseline.BaselineSampler;
import dev.inquest.evidence.BaselineStore.Snapshot;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.kit.FakeBaselineStore;
import dev.inquest.kit.SettableClock;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BaselineIT {
  private static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
  private static final String KNOWN = "SELECT total FROM orders WHERE id = $1";

  private TestDatabase database;
  private FakeBaselineStore store;
  private SettableClock clock;
  private Targets targets;
  private PostgresProbe probe;

  @BeforeEach
  void connect() throws SQLException {
    database = WitnessServer.shared().database().withOrders();
    store = new FakeBaselineStore();
    clock = new SettableClock(START);
    targets = database.targets(store, clock);
    probe = new PostgresProbe(targets.all(), PostgresAutoConfiguration.templates(), clock);
  }

  @AfterEach
  void close() {
    targets.close();
  }

  @Test
  void oneSampleHoldsAllKindsAndEachTextOnce() throws SQLException {
    load(3);
    load(3);
    assertThat(store.all()).extracting(Snapshot::kind).contains("statements", "tables", "waits");
    assertThat(store.all()).extracting(Snapshot::kind).contains("connections", "texts");
    assertThat(store.all().stream().filter(s -> s.content().contains(KNOWN))).hasSize(1);
    assertThat(store.all()).extracting(Snapshot::target).containsOnly("shop");
  }

  @Test
  void ourOwnStatementsAreLeftOut() throws SQLException {
    load(1);
    load(1);
    assertThat(store.all())
        .filteredOn(s -> s.kind().equals("texts"))
        .allSatisfy(s -> assertThat(s.content()).doesNotContain("pg_stat_user_tables"));
  }

  @Test
  void afterAResetTheRatesAreStillRight() throws SQLException {
    for (int i = 0; i < 4; i++) {
      load(10);
    }
    database.execute("SELECT pg_stat_statements_reset()");
    load(10);
    load(10);
    ProbeAnswer shift = ask("statement-shift", START, START.plusSeconds(30), clock.instant());
    int row = row(shift);
    assertThat(shift.cell(row, "is_new")).isEqualTo(false);
    assertThat((Double) shift.cell(row, "calls_per_s_before")).isEqualTo(1.0);
    assertThat((Double) shift.cell(row, "calls_per_s_after")).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void askingTakesAFreshSampleAndAskingAgainAnswersTheSame() throws SQLException {
    for (int i = 0; i < 4; i++) {
      load(10);
    }
    database.run(50, "SELECT total FROM orders WHERE id = ?", 1L);
    int before = store.all().size();
    Instant to = clock.instant().minusSeconds(1);
    ProbeAnswer first = ask("statement-shift", START, START.plusSeconds(30), to);
    int after = store.all().size();
    assertThat(after).isGreaterThan(before);
    assertThat((Double) first.cell(row(first), "calls_per_s_after")).isEqualTo(6.0);
    database.run(500, "SELECT total FROM orders WHERE id = ?", 1L);
    clock.advance(Duration.ofSeconds(10));
    assertThat(ask("statement-shift", START, START.plusSeconds(30), to).rows())
        .isEqualTo(first.rows());
    assertThat(store.all()).hasSize(after);
  }

  @Test
  void theTextOfAnEvictedStatementIsStillKnown() throws SQLException {
    for (int i = 0; i < 4; i++) {
      load(10);
    }
    load(10);
    String id = database.statementId(KNOWN);
    database.execute("SELECT pg_stat_statements_reset()");
    ProbeAnswer plan = probe.ask(ProbeQuery.of("statement-plan", "shop", Map.of("query_id", id)));
    assertThat(plan.error()).isNull();
    assertThat(plan.cell(0, "relation")).isEqualTo("orders");
  }

  @Test
  void timesOutOfOrderAreAnAnswer() {
    assertThat(ask("statement-shift", START, START.minusSeconds(1), START).error())
        .contains("not in order");
    assertThat(
            probe
                .ask(
                    ProbeQuery.of(
                        "scan-shift", "shop", Map.of("from", "now", "split", "x", "to", "y")))
                .error())
        .contains("from is not a time");
  }

  @Test
  void theSamplerSamplesUntilItIsStopped() throws Exception {
    CountDownLatch sampled = new CountDownLatch(3);
    FakeBaselineStore counting = store;
    try (Targets own =
        new Targets(
            List.of(database.settings(false)),
            TestDatabase.NO_SCRATCH,
            new CountingStore(counting, sampled),
            (connector, result, took) -> {},
            Clock.systemUTC())) {
      BaselineSampler sampler = new BaselineSampler(own.samplerJobs());
      sampler.start();
      assertThat(sampler.isRunning()).isTrue();
      assertThat(sampled.await(30, TimeUnit.SECONDS)).isTrue();
      sampler.stop();
      assertThat(sampler.isRunning()).isFalse();
      int kept = counting.all().size();
      sampler.stop();
      assertThat(counting.all()).hasSize(kept);
    }
  }

  @Test
  void aDayOldSampleIsDeleted() throws Exception {
    store.append(new Snapshot("shop", "waits", Instant.now().minus(Duration.ofDays(2)), "{}"));
    CountDownLatch sampled = new CountDownLatch(2);
    try (Targets own =
        new Targets(
            List.of(database.settings(false)),
            TestDatabase.NO_SCRATCH,
            new CountingStore(store, sampled),
            (connector, result, took) -> {},
            Clock.systemUTC())) {
      BaselineSampler sampler = new BaselineSampler(own.samplerJobs());
      sampler.start();
      assertThat(sampled.await(30, TimeUnit.SECONDS)).isTrue();
      sampler.stop();
    }
    assertThat(store.all()).noneMatch(s -> s.content().equals("{}"));
  }

  private void load(int calls) throws SQLException {
    targets.all().getFirst().baseline().sample();
    database.run(calls, "SELECT total FROM orders WHERE id = ?", 1L);
    clock.advance(Duration.ofSeconds(10));
  }

  private ProbeAnswer ask(String template, Instant from, Instant split, Instant to) {
    return probe.ask(
        ProbeQuery.of(
            template,
            "shop",
            Map.of("from", from.toString(), "split", split.toString(), "to", to.toString())));
  }

  private static int row(ProbeAnswer shift) {
    assertThat(shift.error()).isNull();
    for (int i = 0; i < shift.rows().size(); i++) {
      if (KNOWN.equals(shift.cell(i, "query"))) {
        return i;
      }
    }
    throw new AssertionError("not in " + shift.rows());
  }
}
