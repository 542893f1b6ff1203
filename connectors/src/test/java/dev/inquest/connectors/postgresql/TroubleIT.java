package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.SessionLimits;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.FailureCodes;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.failure.FailureException;
import dev.inquest.kit.FakeBaselineStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Databases that stop, refuse, hang or answer too much. */
class TroubleIT {
  private static final ProbeQuery SETTINGS = ProbeQuery.of("settings", "shop", Map.of());

  @Test
  void aDatabaseThatStopsIsUnavailableAndNothingElseBreaks() throws SQLException {
    WitnessServer server = WitnessServer.start();
    TestDatabase database = server.database();
    try (Targets targets = database.targets(new FakeBaselineStore(), Clock.systemUTC())) {
      PostgresProbe probe = probe(targets);
      assertThat(probe.ask(SETTINGS).error()).isNull();
      server.stop();
      assertThatThrownBy(() -> probe.ask(SETTINGS))
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> {
                assertThat(e.failure().code()).isEqualTo(FailureCodes.UNAVAILABLE);
                assertThat(e.failure().subject()).isEqualTo("shop");
                assertThat(e.failure().retryable()).isTrue();
              });
      assertThat(probe.check()).isInstanceOf(CheckResult.Failed.class);
    }
  }

  @Test
  void aWrongPasswordIsRefusedAndNotRetried() throws SQLException {
    TestDatabase database = WitnessServer.shared().database();
    DatabaseSettings settings =
        new DatabaseSettings(
            "shop",
            database.server().url("no_such_database"),
            database.role(),
            "w",
            null,
            false,
            null);
    try (Targets targets =
        new Targets(
            List.of(settings),
            TestDatabase.NO_SCRATCH,
            new FakeBaselineStore(),
            CallListener.NONE,
            Clock.systemUTC())) {
      assertThatThrownBy(() -> probe(targets).ask(SETTINGS))
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> {
                assertThat(e.failure().code()).isEqualTo(FailureCodes.REFUSED);
                assertThat(e.failure().retryable()).isFalse();
              });
    }
  }

  @Test
  void aSlowStatementIsEndedByTheServer() throws SQLException {
    TestDatabase database = WitnessServer.shared().database();
    SessionLimits limits = SessionLimits.DEFAULT.withStatementTimeout(Duration.ofMillis(300));
    try (Connection connection = database.witness()) {
      long begun = System.nanoTime();
      assertThatThrownBy(() ->
              ReadOnlySession.run(
                  connection, limits, session -> session.rows("SELECT pg_sleep(20)")))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void aSlowAnswerIsUntestable() throws SQLException {
    TestDatabase database = WitnessServer.shared().database();
    try (Targets targets = database.targets(new FakeBaselineStore(), Clock.systemUTC())) {
      WitnessDatabase witness = targets.all().getFirst().database();
      assertThatThrownBy(() -> witness.read(session -> session.rows("SELECT pg_sleep(20)")))
          .isInstanceOf(UntestableException.class)
          .hasMessageContaining("timeout");
    }
  }

  @Test
  void aLockedTableIsNotWaitedFor() throws SQLException {
    TestDatabase database = WitnessServer.shared().database().withOrders();
    database.run(1, "SELECT total FROM orders WHERE customer_id = ?", 3L);
    String id = database.statementId("SELECT total FROM orders WHERE customer_id%");
    try (Targets targets = database.targets(new FakeBaselineStore(), Clock.systemUTC());
        Connection owner = database.server().owner(database.name())) {
      owner.setAutoCommit(false);
      owner.createStatement().execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
      ProbeQuery query = ProbeQuery.of("statement-plan", "shop", Map.of("query_id", id));
      assertThat(probe(targets).ask(query).error()).startsWith("untestable (plan: locked");
      owner.rollback();
      assertThat(probe(targets).ask(query).error()).isNull();
    }
  }

  @Test
  void waitsForLocksAreShown() throws Exception {
    TestDatabase database = WitnessServer.shared().database().withOrders();
    try (Targets targets = database.targets(new FakeBaselineStore(), Clock.systemUTC());
        Connection holder = database.server().owner(database.name());
        Connection waiter = database.server().owner(database.name())) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
      Thread waiting =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  waiter.createStatement().execute("SELECT count(*) FROM orders");
                } catch (SQLException e) {
                  throw new AssertionError(e);
                }
              });
      PostgresProbe probe = probe(targets);
      ProbeQuery query = ProbeQuery.of("locks", "shop", Map.of());
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (probe.ask(query).rows().isEmpty() && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(probe.ask(query).cell(0, "relation")).isEqualTo("orders");
      assertThat(probe.ask(query).cell(0, "mode")).isEqualTo("AccessShareLock");
      holder.rollback();
      waiting.join();
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsCutOff() throws SQLException {
    TestDatabase database = WitnessServer.shared().database();
    SessionLimits limits =
        new SessionLimits(Duration.ofSeconds(3), Duration.ofSeconds(1), 10, 5_000);
    try (Connection connection = database.witness()) {
      List<List<@Nullable Object>> rows =
          ReadOnlySession.run(
              connection, limits, s -> s.rows("SELECT i FROM generate_series(1, 1000) i"));
      assertThat(rows).hasSize(10);
      assertThatThrownBy(() ->
              ReadOnlySession.run(connection, limits, s -> s.rows("SELECT repeat('x', 10000)")))
          .hasMessageContaining("too large");
    }
  }

  private static PostgresProbe probe(Targets targets) {
    return new PostgresProbe(
        targets.all(), PostgresAutoConfiguration.templates(), Clock.systemUTC());
  }
}
