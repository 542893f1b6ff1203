package dev.inquest.gate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.gate.testing.GateDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the gate's role must not do, it cannot. */
class GateGrantsIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static JdbcClient gate;

  @BeforeAll
  static void signIn() {
    gate = JdbcClient.create(GateDatabase.create().gate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE gate.audit SET subject = 'x'",
        "DELETE FROM gate.audit",
        "TRUNCATE gate.audit",
        "ALTER TABLE gate.audit DISABLE TRIGGER audit_append_only",
        "DROP TRIGGER audit_append_only ON gate.audit",
        "UPDATE gate.decision SET person = 'x'",
        "DELETE FROM gate.decision",
        "DELETE FROM gate.proposal",
        "DELETE FROM gate.warrant",
        "DELETE FROM gate.request",
        "INSERT INTO gate.lock VALUES ('x')",
        "DELETE FROM gate.lock",
        "DELETE FROM gate.pause",
        "UPDATE gate.playbook_version SET files = '{}'",
        "DELETE FROM gate.playbook_version",
        "UPDATE gate.playbook_use SET in_use = 'built-in'",
        "DELETE FROM gate.playbook_use",
        "UPDATE agent.event SET kind = 'x'",
        "INSERT INTO agent.event (kind, body) VALUES ('x', '{}')",
        "DELETE FROM agent.event",
        "INSERT INTO agent.proposal_request (id, incident, kind, body)"
            + " VALUES (gen_random_uuid(), 'i', 'propose', '{}')",
        "UPDATE agent.proposal_request SET body = '{}'",
        "SELECT * FROM agent.evidence",
        "SELECT * FROM agent.incident",
        "SELECT * FROM agent.delivery",
        "SELECT * FROM agent.diagnosis",
        "UPDATE agent.diagnosis SET body = '{}'",
        "CREATE TABLE gate.own (id int)",
        "CREATE TABLE public.own (id int)",
        "SET ROLE inquest_agent",
        "SET ROLE inquest_owner",
        "CREATE ROLE mine"
      })
  void theGateMayNot(String sql) {
    assertThatThrownBy(() -> gate.sql(sql).update())
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }
}
