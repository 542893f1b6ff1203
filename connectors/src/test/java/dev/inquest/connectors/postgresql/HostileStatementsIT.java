package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.kit.FakeBaselineStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an application, or who attacks it, may leave in pg_stat_statements. */
class HostileStatementsIT {
  private static TestDatabase database;
  private static Targets targets;
  private static PostgresProbe probe;

  @BeforeAll
  static void connect() throws SQLException {
    database = WitnessServer.shared().database().withOrders();
    database.execute(
        "CREATE TABLE \"We\"\"ird; DROP TABLE orders; --\" (\"a;b\" int, \"C\" text)",
        "INSERT INTO \"We\"\"ird; DROP TABLE orders; --\" VALUES (1, 'x')",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + database.role(),
        "CREATE TABLE called (id int)",
        "GRANT SELECT ON called TO " + database.role(),
        "CREATE FUNCTION sneaky(i bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS"
            + " 'BEGIN RAISE EXCEPTION ''evaluated''; END'",
        "CREATE FUNCTION public.lower(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS"
            + " 'SELECT ''mine'''");
    targets = database.targets(new FakeBaselineStore(), Clock.systemUTC());
    probe =
        new PostgresProbe(targets.all(), PostgresAutoConfiguration.templates(), Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    targets.close();
  }

  @Test
  void aDeletingCommonTableIsNotPlanned() throws SQLException {
    database.run(1, "WITH gone AS (DELETE FROM called RETURNING id) SELECT * FROM gone");
    assertThat(plan("WITH gone AS%").error()).startsWith("untestable (plan: it holds");
  }

  @Test
  void whatWritesIsNotPlanned() throws SQLException {
    database.run(1, "UPDATE called SET id = id + 1");
    assertThat(plan("UPDATE called%").error()).startsWith("untestable (plan: it is not a SELECT");
    database.run(1, "SELECT * FROM called FOR UPDATE");
    assertThat(plan("SELECT * FROM called FOR UPDATE%").error()).contains("locks rows");
  }

  @Test
  void volatileFunctionsAreNotPlanned() throws SQLException {
    database.run(1, "SELECT id FROM orders WHERE id = (random() * 10)::bigint");
    assertThat(plan("%random()%").error()).contains("it calls random");
    database.run(1, "SELECT pg_sleep(0), id FROM called");
    assertThat(plan("%pg_sleep%").error()).contains("it calls pg_sleep");
  }

  @Test
  void functionsOfOthersAreNotPlanned() throws SQLException {
    database.run(1, "SELECT id FROM called WHERE id::text = lower('X')");
    assertThat(plan("%= lower($1)%").error()).contains("it calls lower");
  }

  @Test
  void namesWithQuotesAndSemicolonsAreQuoted() throws SQLException {
    database.run(3, "SELECT \"C\" FROM \"We\"\"ird; DROP TABLE orders; --\" WHERE \"a;b\" = ?", 1);
    ProbeAnswer plan = plan("SELECT \"C\" FROM%");
    assertThat(plan.error()).isNull();
    assertThat(plan.cell(0, "relation")).isEqualTo("We\"ird; DROP TABLE orders; --");
    ProbeAnswer predicates =
        ask("statement-predicates", Map.of("query_id", id("SELECT \"C\" FROM%")));
    assertThat(predicates.cell(0, "column")).isEqualTo("a;b");
    assertThat(ask("table-facts", Map.of("table", "We\"ird; DROP TABLE orders; --")).rows())
        .hasSize(1);
    assertThat(rows("orders")).isEqualTo(200_000);
  }

  @Test
  void severalStatementsInOneCallAreRecordedApartAndNoneIsRun() throws SQLException {
    try (Connection connection = database.server().owner(database.name());
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 41 AS one; SELECT 42 AS two FROM called");
    }
    ProbeAnswer plan = plan("%AS two FROM called%");
    assertThat(plan.error()).isNull();
    assertThat(plan.cell(0, "relation")).isEqualTo("called");
  }

  @Test
  void utilityStatementsAreNotPlanned() throws SQLException {
    database.execute("CREATE TABLE later (id int)");
    assertThat(plan("CREATE TABLE later%").error())
        .startsWith("untestable (plan: it is not a SELECT");
  }

  @Test
  void typedLiteralsArePlanned() throws SQLException {
    database.run(
        1,
        "SELECT count(*) FROM orders WHERE created_at > now() - interval '1 day' AND created_at <"
            + " timestamp with time zone '2030-01-01 00:00:00+00' AND created_at::date >"
            + " date '2026-01-01'");
    assertThat(plan("SELECT count(*) FROM orders WHERE created_at > now()%").error()).isNull();
  }

  @Test
  void whatTheServerCannotPlanIsUntestable() throws SQLException {
    database.run(1, "SELECT extract(year FROM created_at) FROM orders LIMIT 1");
    assertThat(plan("SELECT extract%").error()).startsWith("untestable (plan: ");
  }

  @Test
  void aTableTheRoleMayNotReadIsNamed() throws SQLException {
    database.execute("CREATE TABLE hidden (id int)");
    database.run(1, "SELECT id FROM hidden WHERE id = 3");
    assertThat(plan("SELECT id FROM hidden%").error())
        .startsWith("untestable (plan: not permitted")
        .contains("hidden");
  }

  @Test
  void anUnknownStatementIsUntestable() {
    assertThat(ask("statement-plan", Map.of("query_id", "12345")).error())
        .isEqualTo("untestable (plan: the statement is not recorded)");
    assertThat(ask("statement-plan", Map.of("query_id", "1; DROP TABLE orders")).error())
        .isEqualTo("parameter query_id is not a statement id");
  }

  @Test
  void theConnectionIsCleanAfterAFailedPlan() throws SQLException {
    aTableTheRoleMayNotReadIsNamedAgain();
    for (int i = 0; i < 5; i++) {
      database.run(1, "SELECT status FROM orders WHERE id = ?", 5L);
      assertThat(plan("SELECT status FROM orders WHERE id =%").error()).isNull();
    }
  }

  private void aTableTheRoleMayNotReadIsNamedAgain() throws SQLException {
    database.execute("CREATE TABLE hidden2 (id int)");
    database.run(1, "SELECT id FROM hidden2 WHERE id = 3");
    assertThat(plan("SELECT id FROM hidden2%").error()).startsWith("untestable (plan: ");
  }

  private static ProbeAnswer plan(String textLike) throws SQLException {
    return ask("statement-plan", Map.of("query_id", id(textLike)));
  }

  private static String id(String textLike) throws SQLException {
    return database.statementId(textLike);
  }

  private static ProbeAnswer ask(String template, Map<String, String> parameters) {
    return probe.ask(ProbeQuery.of(template, "shop", parameters));
  }

  private static long rows(String table) throws SQLException {
    try (Connection connection = database.server().owner(database.name());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }
}
