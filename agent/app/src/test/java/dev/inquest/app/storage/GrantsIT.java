package dev.inquest.app.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inquest.app.testing.AppDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the agent's role must not do, it cannot. */
class GrantsIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static JdbcClient agent;

  @BeforeAll
  static void signIn() {
    agent = JdbcClient.create(AppDatabase.dataSource(AppDatabase.fresh().agent()));
  }

  @Test
  void theAgentAsksTellsAndReadsTheAnswers() {
    agent.sql("INSERT INTO agent.event (kind, body) VALUES ('announced', '{}')").update();
    agent
        .sql(
            "INSERT INTO agent.proposal_request (id, incident, kind, body)"
                + " VALUES (gen_random_uuid(), 'inc-1', 'withdraw', '{}')")
        .update();

    assertThat(agent.sql("SELECT count(*) FROM gate.proposal").query(Long.class).single()).isZero();
    assertThat(agent.sql("SELECT count(*) FROM gate.decision").query(Long.class).single()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM agent.event",
        "UPDATE agent.event SET kind = 'x'",
        "DELETE FROM agent.event",
        "INSERT INTO gate.playbook_use (act, in_use, by, at) VALUES ('pin', 'built-in', 'x', now())",
        "UPDATE gate.playbook_version SET files = '{}'",
        "DELETE FROM gate.playbook_use",
        "SELECT * FROM agent.proposal_request",
        "UPDATE agent.proposal_request SET incident = 'x'",
        "DELETE FROM agent.proposal_request",
        "INSERT INTO gate.decision (proposal, digest, decision, person, via, at)"
            + " VALUES ('p', 'd', 'approve', 'x', 'page', now())",
        "UPDATE gate.proposal SET state = 'approved'",
        "DELETE FROM gate.proposal",
        "UPDATE gate.decision SET decision = 'approve'",
        "DELETE FROM gate.decision",
        "SELECT * FROM gate.warrant",
        "INSERT INTO gate.warrant (nonce) VALUES ('n')",
        "SELECT * FROM gate.request",
        "SELECT * FROM gate.audit",
        "DELETE FROM gate.audit",
        "SELECT * FROM gate.card",
        "SELECT * FROM gate.announcement",
        "SELECT * FROM gate.local_user",
        "UPDATE gate.local_user SET password_hash = 'x'",
        "SELECT * FROM gate.pause",
        "UPDATE gate.pause SET paused = false",
        "SELECT * FROM gate.scheduled_tasks",
        "INSERT INTO gate.proposal (id) VALUES ('p')",
        "INSERT INTO gate.request (id) VALUES (gen_random_uuid())",
        "INSERT INTO gate.audit (seq) VALUES (1)",
        "INSERT INTO gate.card (proposal) VALUES ('p')",
        "INSERT INTO gate.local_user (person) VALUES ('x')",
        "INSERT INTO gate.pause (paused) VALUES (true)",
        "UPDATE gate.warrant SET state = 'issued'",
        "UPDATE gate.audit SET subject = 'x'",
        "UPDATE gate.request SET body = '{}'",
        "UPDATE gate.card SET button = 'x'",
        "DELETE FROM gate.warrant",
        "DELETE FROM gate.local_user",
        "TRUNCATE gate.decision",
        "SELECT * FROM gate.lock",
        "SELECT name FROM gate.lock FOR UPDATE",
        "SELECT id FROM gate.proposal FOR UPDATE",
        "SELECT id FROM gate.proposal FOR KEY SHARE",
        "DO $$ BEGIN LOCK TABLE gate.proposal IN SHARE MODE; END $$",
        "DO $$ BEGIN LOCK TABLE gate.decision IN ROW EXCLUSIVE MODE; END $$",
        "SELECT * FROM gate.event_cursor",
        "SELECT * FROM gate.relayed_event",
        "INSERT INTO gate.relayed_event VALUES (1)",
        "ALTER TABLE gate.audit DISABLE TRIGGER audit_append_only",
        "GRANT SELECT ON gate.warrant TO inquest_agent",
        "CREATE FUNCTION gate.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE SCHEMA mine",
        "COPY agent.incident TO PROGRAM 'id'",
        "TRUNCATE agent.event",
        "CREATE TABLE agent.own (id int)",
        "CREATE TABLE gate.own (id int)",
        "CREATE TABLE public.own (id int)",
        "ALTER TABLE agent.event ADD COLUMN x int",
        "DROP TABLE agent.delivery",
        "SET ROLE inquest_gate",
        "SET ROLE inquest_owner",
        "CREATE ROLE mine"
      })
  void theAgentMayNot(String sql) {
    assertThatThrownBy(() -> agent.sql(sql).update())
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }
}
