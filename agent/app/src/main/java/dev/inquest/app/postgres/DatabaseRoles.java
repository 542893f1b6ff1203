package dev.inquest.app.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the roles and databases of a server that is ours; safe to repeat. */
final class DatabaseRoles {
  static final String OWNER = "inquest_owner";
  static final String AGENT = "inquest_agent";
  static final String GATE = "inquest_gate";
  static final String REHEARSAL = "inquest_rehearsal";
  static final String DATABASE = "inquest";
  static final String SCRATCH = "inquest_rehearsal";

  private final Connection connection;
  private final SecretFiles secrets;

  /**
   * @param connection the superuser's, in autocommit
   */
  DatabaseRoles(Connection connection, SecretFiles secrets) {
    this.connection = connection;
    this.secrets = secrets;
  }

  void ensure() throws SQLException, IOException {
    for (String role : new String[] {OWNER, AGENT, GATE, REHEARSAL}) {
      role(role);
    }
    database(DATABASE, OWNER);
    database(SCRATCH, REHEARSAL);
    for (String role : new String[] {AGENT, GATE}) {
      run("GRANT CONNECT ON DATABASE %I TO %I", DATABASE, role);
    }
    run("REVOKE CONNECT ON DATABASE %I FROM PUBLIC", "postgres");
    run("REVOKE CONNECT ON DATABASE %I FROM PUBLIC", "template1");
  }

  private void role(String name) throws SQLException, IOException {
    if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
      run("CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT", name);
    }
    run("ALTER ROLE %I PASSWORD %L", name, secrets.get(name));
  }

  private void database(String name, String owner) throws SQLException {
    if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
      run("CREATE DATABASE %I OWNER %I", name, owner);
    }
    run("REVOKE ALL ON DATABASE %I FROM PUBLIC", name);
  }

  private boolean exists(String query, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  /** The server quotes: DDL takes no parameters. */
  private void run(String template, String... arguments) throws SQLException {
    String call = "SELECT format(?" + ", ?".repeat(arguments.length) + ")";
    String sql;
    try (PreparedStatement statement = connection.prepareStatement(call)) {
      statement.setString(1, template);
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 2, arguments[i]);
      }
      try (ResultSet formatted = statement.executeQuery()) {
        formatted.next();
        sql = formatted.getString(1);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
