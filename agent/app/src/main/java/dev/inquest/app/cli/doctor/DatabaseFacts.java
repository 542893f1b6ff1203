package dev.inquest.app.cli.doctor;

import dev.inquest.app.cli.output.Finding;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What any of Inquest's roles can see of its database: the clock, the roles, their rights. */
record DatabaseFacts(Connection connection, Clock clock) {
  private static final String AREA = "database";
  private static final int LEAST_VERSION = 14;
  private static final Duration TOLERABLE = Duration.ofSeconds(2);

  /** Beyond it warrants and proposals would expire at visibly wrong times. */
  private static final Duration GRAVE = Duration.ofSeconds(30);

  /** Rights that would let one role do the other's work. */
  private static final String CROSSED =
      """
      SELECT format('%s may %s on %s', who, what, place), format('REVOKE %s ON %s FROM %I;', what, place, who)
      FROM (VALUES
        ('inquest_agent', 'INSERT', 'gate.decision'), ('inquest_agent', 'INSERT', 'gate.warrant'),
        ('inquest_agent', 'UPDATE', 'gate.proposal'), ('inquest_agent', 'SELECT', 'gate.warrant'),
        ('inquest_agent', 'UPDATE', 'agent.event'), ('inquest_gate', 'INSERT', 'agent.proposal_request'),
        ('inquest_gate', 'INSERT', 'agent.event'), ('inquest_gate', 'DELETE', 'gate.audit'),
        ('inquest_gate', 'UPDATE', 'gate.audit')) AS crossed (who, what, place)
      WHERE CASE WHEN to_regclass(place) IS NULL OR to_regrole(who) IS NULL THEN false
                 ELSE has_table_privilege(who, place, what) END
      """;

  private static final String MIGHTY =
      """
      SELECT rolname || ' is ' || concat_ws(', ',
               CASE WHEN rolsuper THEN 'a superuser' END, CASE WHEN rolcreaterole THEN 'allowed to make roles' END,
               CASE WHEN rolbypassrls THEN 'exempt from row security' END,
               CASE WHEN rolreplication THEN 'allowed to replicate' END),
             format('ALTER ROLE %I NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION;', rolname)
      FROM pg_catalog.pg_roles
      WHERE rolname IN ('inquest_agent', 'inquest_gate')
        AND (rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication)
      """;

  private static final String RELATED =
      """
      SELECT m.rolname || ' is a member of ' || g.rolname, format('REVOKE %I FROM %I;', g.rolname, m.rolname)
      FROM pg_catalog.pg_auth_members a
      JOIN pg_catalog.pg_roles m ON m.oid = a.member JOIN pg_catalog.pg_roles g ON g.oid = a.roleid
      WHERE m.rolname IN ('inquest_agent', 'inquest_gate') AND g.rolname LIKE 'inquest\\_%'
      """;

  List<Finding> findings() throws SQLException {
    List<Finding> findings = new ArrayList<>();
    findings.add(version());
    findings.add(skew());
    int before = findings.size();
    for (String question : List.of(MIGHTY, RELATED, CROSSED)) {
      complaints(question, findings);
    }
    if (findings.size() == before) {
      findings.add(Finding.ok(AREA, "inquest_agent and inquest_gate cannot do each other's work"));
    }
    return findings;
  }

  private Finding version() throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    String name = "PostgreSQL " + connection.getMetaData().getDatabaseProductVersion();
    return major >= LEAST_VERSION
        ? Finding.ok(AREA, name)
        : Finding.problem(
            AREA, name + " is too old", "Use PostgreSQL " + LEAST_VERSION + " or later.");
  }

  private Finding skew() throws SQLException {
    Instant asked = clock.instant();
    Instant theirs;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      theirs = row.getObject(1, OffsetDateTime.class).toInstant();
    }
    Instant middle = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
    return skew(Duration.between(middle, theirs));
  }

  static Finding skew(Duration ahead) {
    Duration apart = ahead.abs();
    if (apart.compareTo(TOLERABLE) <= 0) {
      return Finding.ok(AREA, "its clock and this machine's agree");
    }
    String what =
        "its clock is %.1f s %s this machine's"
            .formatted(apart.toMillis() / 1000.0, ahead.isNegative() ? "behind" : "ahead of");
    String fix = "Run NTP (for example chrony) on both; approvals expire by the database's clock.";
    return apart.compareTo(GRAVE) <= 0
        ? Finding.warning(AREA, what, fix)
        : Finding.problem(AREA, what, fix);
  }

  private void complaints(String question, List<Finding> findings) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      while (rows.next()) {
        findings.add(
            Finding.problem(
                AREA, rows.getString(1), "As the database's administrator: " + rows.getString(2)));
      }
    }
  }
}
