package dev.inquest.connectors.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.connectors.postgresql.privilege.Proof;
import dev.inquest.evidence.CheckResult;
import dev.inquest.evidence.CheckResult.Complaint;
import dev.inquest.evidence.ProbeAnswer;
import dev.inquest.evidence.ProbeQuery;
import dev.inquest.kit.FakeBaselineStore;
import dev.inquest.kit.SettableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to write is found and named, and the statement that we name really closes it. */
class PrivilegeProofIT {
  private TestDatabase database;
  private Targets targets;
  private PostgresProbe probe;
  private SettableClock clock;

  @BeforeEach
  void connect() throws SQLException {
    database = WitnessServer.shared().database();
    database.execute(
        "CREATE TABLE orders (id int PRIMARY KEY, status text)",
        "CREATE SEQUENCE numbers",
        "CREATE SCHEMA other",
        "CREATE TABLE other.\"Odd \"\"name\" (id int)",
        "GRANT USAGE ON SCHEMA other TO PUBLIC",
        "GRANT SELECT ON orders TO " + database.role());
    clock = new SettableClock(Instant.parse("2026-05-01T12:00:00Z"));
    targets = database.targets(new FakeBaselineStore(), clock);
    probe = new PostgresProbe(targets.all(), PostgresAutoConfiguration.templates(), clock);
  }

  @AfterEach
  void close() {
    targets.close();
  }

  @Test
  void aRoleThatOnlyReadsIsProved() {
    Proof proof = prove();
    assertThat(proof.violations()).isEmpty();
    assertThat(proof.role()).isEqualTo(database.role());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER ROLE witness SUPERUSER | SUPERUSER | ALTER ROLE witness NOSUPERUSER;",
        "ALTER ROLE witness CREATEROLE | CREATEROLE | ALTER ROLE witness NOCREATEROLE;",
        "ALTER ROLE witness CREATEDB | CREATEDB | ALTER ROLE witness NOCREATEDB;",
        "ALTER ROLE witness REPLICATION | REPLICATION | ALTER ROLE witness NOREPLICATION;",
        "ALTER ROLE witness BYPASSRLS | BYPASSRLS | ALTER ROLE witness NOBYPASSRLS;",
        "GRANT INSERT ON orders TO witness | INSERT orders | REVOKE INSERT ON orders FROM witness;",
        "GRANT UPDATE ON orders TO witness | UPDATE orders | REVOKE UPDATE ON orders FROM witness;",
        "GRANT DELETE ON orders TO witness | DELETE orders | REVOKE DELETE ON orders FROM witness;",
        "GRANT TRUNCATE ON orders TO witness | TRUNCATE orders | REVOKE TRUNCATE ON orders FROM witness;",
        "GRANT TRIGGER ON orders TO witness | TRIGGER orders | REVOKE TRIGGER ON orders FROM witness;",
        "GRANT MAINTAIN ON orders TO witness | MAINTAIN orders | REVOKE MAINTAIN ON orders FROM witness;",
        "GRANT INSERT ON orders TO PUBLIC | PUBLIC may INSERT orders | REVOKE INSERT ON orders FROM PUBLIC;",
        "GRANT UPDATE (status) ON orders TO witness | UPDATE column status of orders"
            + " | REVOKE UPDATE (status) ON orders FROM witness;",
        "GRANT DELETE ON other.\"Odd \"\"name\" TO witness | DELETE other.\"Odd \"\"name\""
            + " | REVOKE DELETE ON other.\"Odd \"\"name\" FROM witness;",
        "GRANT USAGE ON SEQUENCE numbers TO witness | USAGE numbers"
            + " | REVOKE USAGE ON SEQUENCE numbers FROM witness;",
        "GRANT CREATE ON SCHEMA other TO witness | CREATE in SCHEMA other"
            + " | REVOKE CREATE ON SCHEMA other FROM witness;",
        "GRANT CREATE ON SCHEMA public TO PUBLIC | PUBLIC may CREATE in SCHEMA public"
            + " | REVOKE CREATE ON SCHEMA public FROM PUBLIC;",
        "GRANT CREATE ON DATABASE shop TO witness | CREATE in DATABASE shop"
            + " | REVOKE CREATE ON DATABASE shop FROM witness;",
        "GRANT pg_write_all_data TO witness | member of pg_write_all_data"
            + " | REVOKE pg_write_all_data FROM witness;",
        "GRANT pg_read_all_data TO witness | member of pg_read_all_data"
            + " | REVOKE pg_read_all_data FROM witness;",
        "GRANT pg_execute_server_program TO witness | member of pg_execute_server_program"
            + " | REVOKE pg_execute_server_program FROM witness;",
      })
  void aWayToWriteIsNamedAndItsFixClosesIt(String grant, String problem, String fix)
      throws SQLException {
    database.execute(named(grant));
    Complaint found =
        prove().violations().stream()
            .filter(c -> c.problem().contains(named(problem)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not found: " + problem));
    assertThat(found.fix()).isEqualTo(named(fix));
    database.execute(found.fix());
    assertThat(prove().violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE orders OWNER TO witness",
        "ALTER SEQUENCE numbers OWNER TO witness",
        "ALTER SCHEMA other OWNER TO witness",
        "ALTER DATABASE shop OWNER TO witness",
        "CREATE TYPE mood AS ENUM ('good'); ALTER TYPE mood OWNER TO witness",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; ALTER FUNCTION f() OWNER TO"
            + " witness",
      })
  void ownershipIsFound(String change) throws SQLException {
    database.execute(named(change));
    assertThat(prove().violations())
        .anySatisfy(c -> {
          assertThat(c.problem()).contains(database.role() + " owns ");
          assertThat(c.fix()).contains("<another role>");
        });
  }

  @Test
  void aPrivilegeThroughAnotherRoleIsFoundAtBothEnds() throws SQLException {
    String middle = database.role() + "_middle";
    String writer = database.role() + "_writer";
    database.execute(
        "CREATE ROLE " + middle,
        "CREATE ROLE " + writer,
        "GRANT INSERT ON orders TO " + writer,
        "GRANT " + writer + " TO " + middle,
        "GRANT " + middle + " TO " + database.role() + " WITH INHERIT FALSE");
    assertThat(prove().violations())
        .extracting(Complaint::fix)
        .contains(
            "REVOKE " + middle + " FROM " + database.role() + ";",
            "REVOKE " + writer + " FROM " + middle + ";",
            "REVOKE INSERT ON orders FROM " + writer + ";");
  }

  @Test
  void theAllowedMembershipsPass() throws SQLException {
    database.execute(named("GRANT pg_monitor, pg_read_all_settings TO witness"));
    assertThat(prove().violations()).isEmpty();
  }

  @Test
  void temporaryTablesAreAWarning() throws SQLException {
    assertThat(prove().warnings())
        .extracting(Complaint::fix)
        .containsExactly(named("REVOKE TEMPORARY ON DATABASE shop FROM PUBLIC;"));
    database.execute(prove().warnings().getFirst().fix());
    assertThat(prove().warnings()).isEmpty();
  }

  @Test
  void noProbeRunsUntilTheRoleIsProved() throws SQLException {
    database.execute(named("GRANT DELETE ON orders TO witness"));
    ProbeAnswer refused = settings();
    assertThat(refused.error())
        .startsWith("untestable (the role can write")
        .contains("may DELETE orders");
    assertThat(probe.check())
        .isInstanceOfSatisfying(
            CheckResult.Failed.class,
            failed ->
                assertThat(failed.complaints())
                    .extracting(Complaint::fix)
                    .contains(named("REVOKE DELETE ON orders FROM witness;")));
    database.execute(named("REVOKE DELETE ON orders FROM witness"));
    clock.advance(WitnessDatabase.REFUSAL_VALID);
    assertThat(settings().error()).isNull();
  }

  @Test
  void aProofExpires() throws SQLException {
    assertThat(settings().error()).isNull();
    database.execute(named("GRANT DELETE ON orders TO witness"));
    clock.advance(WitnessDatabase.PROOF_VALID.plus(Duration.ofSeconds(1)));
    assertThat(settings().error()).startsWith("untestable (the role can write");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO orders VALUES (1)",
        "UPDATE orders SET status = 'x'",
        "DELETE FROM orders",
        "TRUNCATE orders",
        "DROP TABLE orders",
        "ALTER TABLE orders ADD COLUMN x int",
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE INDEX ON orders (status)",
        "SELECT nextval('numbers')",
        "SELECT * FROM orders FOR UPDATE",
        "CREATE ROLE friend",
        "COPY orders FROM PROGRAM 'true'",
      })
  void theProvedRoleReallyCannotWrite(String statement) throws SQLException {
    assertThat(prove().holds()).isTrue();
    try (Connection connection = database.witness();
        Statement jdbc = connection.createStatement()) {
      assertThatThrownBy(() -> jdbc.execute(statement))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
  }

  @Test
  void withinAProbeEvenTemporaryTablesAreRefused() {
    WitnessDatabase witness = targets.all().getFirst().database();
    assertThatThrownBy(
            () -> witness.read(session -> session.proved("CREATE TEMP TABLE mine (id int)")))
        .hasMessageContaining("25006");
  }

  private Proof prove() {
    return targets.all().getFirst().database().prove();
  }

  private ProbeAnswer settings() {
    return probe.ask(ProbeQuery.of("settings", "shop", Map.of()));
  }

  private String named(String sql) {
    return sql.replace("witness", database.role()).replace("shop", database.name());
  }
}
