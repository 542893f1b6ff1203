package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.connectors.postgresql.rehearsal.RehearsalSettings;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.kit.FakeBaselineStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IndexRehearsalIT {
  private static final WitnessServer SCRATCH = WitnessServer.start();
  private static TestDatabase database;
  private static Targets allowed;
  private static Targets refused;

  @BeforeAll
  static void connect() throws SQLException {
    database = WitnessServer.shared().database().withOrders();
    database.execute(
        "CREATE SCHEMA sales",
        "CREATE TYPE sales.mood AS ENUM ('good', 'it''s bad')",
        "CREATE TABLE sales.\"Odd; \"\"table\" (id bigint, \"Key;\" text, mood sales.mood)",
        "INSERT INTO sales.\"Odd; \"\"table\" SELECT i, 'k' || i % 5000, 'good' FROM"
            + " generate_series(1, 50000) i",
        "ANALYZE sales.\"Odd; \"\"table\"",
        "GRANT USAGE ON SCHEMA sales TO " + database.role(),
        "GRANT SELECT ON ALL TABLES IN SCHEMA sales TO " + database.role());
    SCRATCH.execute(
        "postgres",
        "CREATE ROLE scratch LOGIN PASSWORD 's'",
        "CREATE DATABASE scratch OWNER scratch");
    RehearsalSettings settings =
        new RehearsalSettings(SCRATCH.url("scratch"), "scratch", "s", null);
    allowed = targets(database.settings(true), settings);
    refused = targets(database.settings(false), settings);
  }

  @AfterAll
  static void close() {
    allowed.close();
    refused.close();
    SCRATCH.stop();
  }

  @Test
  void theMissingIndexIsMeasuredOnTheCopy() throws SQLException {
    database.run(3, "SELECT id, total FROM orders WHERE customer_id = ? AND status = ?", 7L, "new");
    ProbeAnswer answer =
        rehearse("SELECT id, total FROM orders WHERE customer_id%", "orders", "customer_id");
    assertThat(answer.error()).isNull();
    assertThat(answer.grade()).isEqualTo("measured");
    assertThat(answer.cell(0, "sample_rows")).isEqualTo(200_000L);
    assertThat(answer.cell(0, "table_rows")).isEqualTo(200_000L);
    assertThat(answer.cell(0, "index_used")).isEqualTo(true);
    assertThat(number(answer, "before_ms")).isGreaterThan(3 * number(answer, "after_ms"));
    assertThat(number(answer, "before_blocks")).isGreaterThan(10 * number(answer, "after_blocks"));
    assertThat(number(answer, "build_ms")).isPositive();
    assertThat((Long) answer.cell(0, "index_bytes")).isGreaterThan(1_000_000);
    assertNothingIsLeft();
  }

  @Test
  void aUselessIndexIsNotUsed() throws SQLException {
    database.run(3, "SELECT sum(total) FROM orders WHERE id > ?", 0L);
    database.run(
        3, "SELECT count(*), min(note) FROM orders WHERE status <> ? OR total > ?", "x", 1);
    ProbeAnswer answer = rehearse("SELECT count(*), min(note) FROM orders%", "orders", "status");
    assertThat(answer.error()).startsWith("untestable (rehearsal: $1 is not compared");
    ProbeAnswer known = rehearse("SELECT sum(total) FROM orders WHERE id%", "orders", "total");
    assertThat(known.error()).isNull();
    assertThat(known.cell(0, "index_used")).isEqualTo(false);
  }

  @Test
  void joinsRangesAgesListsAndLimitsAreBound() throws SQLException {
    database.run(
        2,
        "SELECT c.email, o.total FROM orders o JOIN customers c ON c.id = o.customer_id WHERE"
            + " o.created_at > now() - interval '400 days' AND o.created_at < ? AND lower(c.email) IN"
            + " ('c5@example.org', 'c6@example.org') ORDER BY o.created_at DESC LIMIT 10 OFFSET 2",
        Timestamp.from(Instant.parse("2026-02-01T00:00:00Z")));
    ProbeAnswer answer =
        rehearse("SELECT c.email, o.total FROM orders o%", "orders", "customer_id,created_at");
    assertThat(answer.error()).isNull();
    assertThat(answer.cell(0, "sample_rows")).isEqualTo(200_000L);
    assertThat(number(answer, "before_ms")).isPositive();
  }

  @Test
  void oddNamesSchemasAndEnumerationsAreCopied() throws SQLException {
    database.run(
        2,
        "SELECT count(*) FROM sales.\"Odd; \"\"table\" x WHERE x.\"Key;\" = ? AND mood = 'good'",
        "k7");
    ProbeAnswer answer = rehearse("SELECT count(*) FROM sales.%", "sales.Odd; \"table", "Key;");
    assertThat(answer.error()).isNull();
    assertThat(answer.cell(0, "index_used")).isEqualTo(true);
  }

  @Test
  void withoutTheOwnersWordNoRowLeaves() throws SQLException {
    database.run(1, "SELECT note FROM orders WHERE customer_id = ?", 7L);
    PostgresProbe probe = probe(refused);
    long before = copies();
    ProbeAnswer answer =
        probe.ask(
            ProbeQuery.of(
                "index-rehearsal",
                "shop",
                Map.of(
                    "query_id", database.statementId("SELECT note FROM orders%"),
                    "table", "orders",
                    "columns", "customer_id")));
    assertThat(answer.error()).isEqualTo("untestable (rehearsal not allowed)");
    assertThat(answer.rows()).isEmpty();
    assertThat(copies()).isEqualTo(before);
  }

  @Test
  void columnsAndTablesAreCheckedAgainstTheCatalogue() throws SQLException {
    database.run(1, "SELECT status FROM orders WHERE customer_id = ?", 7L);
    String text = "SELECT status FROM orders WHERE customer_id%";
    assertThat(rehearse(text, "orders", "customer_id); DROP TABLE orders; --").error())
        .isEqualTo("untestable (rehearsal: the table has no such columns)");
    assertThat(rehearse(text, "customers", "id").error())
        .isEqualTo("untestable (rehearsal: the statement does not read that table)");
  }

  @Test
  void aScratchDatabaseThatIsTheWitnessItselfIsRefused() throws SQLException {
    database.run(1, "SELECT total FROM orders WHERE customer_id = ?", 7L);
    try (Targets self =
        targets(
            database.settings(true),
            new RehearsalSettings(database.server().url(database.name()), "postgres", "", null))) {
      assertThat(
              ask(self, "SELECT total FROM orders WHERE customer_id%", "orders", "customer_id")
                  .error())
          .isEqualTo("untestable (rehearsal: the scratch database is the database itself)");
    }
  }

  @Test
  void aDeadScratchDatabaseIsUntestable() throws SQLException {
    database.run(1, "SELECT id FROM orders WHERE customer_id = ?", 7L);
    try (Targets dead =
        targets(
            database.settings(true),
            new RehearsalSettings("jdbc:postgresql://127.0.0.1:1/x", "scratch", "s", null))) {
      assertThat(
              ask(dead, "SELECT id FROM orders WHERE customer_id%", "orders", "customer_id")
                  .error())
          .startsWith("untestable (rehearsal: the scratch database says");
    }
  }

  private static Targets targets(DatabaseSettings settings, RehearsalSettings rehearsals) {
    return new Targets(
        List.of(settings),
        rehearsals,
        new FakeBaselineStore(),
        CallListener.NONE,
        Clock.systemUTC());
  }

  private static PostgresProbe probe(Targets targets) {
    return new PostgresProbe(
        targets.all(), PostgresAutoConfiguration.templates(), Clock.systemUTC());
  }

  private static ProbeAnswer rehearse(String textLike, String table, String columns)
      throws SQLException {
    return ask(allowed, textLike, table, columns);
  }

  private static ProbeAnswer ask(Targets targets, String textLike, String table, String columns)
      throws SQLException {
    long begun = System.nanoTime();
    ProbeAnswer answer =
        probe(targets)
            .ask(
                ProbeQuery.of(
                    "index-rehearsal",
                    "shop",
                    Map.of(
                        "query_id", database.statementId(textLike),
                        "table", table,
                        "columns", columns)));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
    return answer;
  }

  private static double number(ProbeAnswer answer, String column) {
    Object cell = answer.cell(0, column);
    assertThat(cell).as(column).isInstanceOf(Double.class);
    return cell instanceof Double value ? value : Double.NaN;
  }

  /** How many COPY statements the database ever ran. */
  private static long copies() throws SQLException {
    return count(
        database.server(),
        database.name(),
        "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query LIKE 'COPY%'");
  }

  private static void assertNothingIsLeft() throws SQLException {
    assertThat(
            count(
                SCRATCH,
                "scratch",
                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE"
                    + " nspname LIKE 'inquest%' OR nspname = 'public'"))
        .isZero();
  }

  private static long count(WitnessServer server, String name, String sql) throws SQLException {
    try (Connection connection = server.owner(name);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }
}
