package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.rehearsal.RehearsalSettings;
import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.evidence.BaselineStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A database of one test.
 *
 * @param role the witness's login
 */
record TestDatabase(WitnessServer server, String name, String role) {
  static final RehearsalSettings NO_SCRATCH = new RehearsalSettings(null, null, null, null);

  void execute(String... statements) throws SQLException {
    server.execute(name, statements);
  }

  /** 200,000 orders, an index on nothing but the key. */
  TestDatabase withOrders() throws SQLException {
    execute(
        "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL, status text NOT"
            + " NULL, created_at timestamptz NOT NULL, total numeric(10,2) NOT NULL, note text)",
        "INSERT INTO orders SELECT i, i % 20000, (ARRAY['new','paid','sent','done'])[1 + i % 4],"
            + " timestamptz '2026-01-01' + i * interval '1 minute', (i % 1000) / 10.0, 'note ' || i"
            + " FROM generate_series(1, 200000) i",
        "CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL)",
        "INSERT INTO customers SELECT i, 'c' || i || '@example.org' FROM generate_series(0, 19999) i",
        "ANALYZE",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
    return this;
  }

  /** Runs a statement as the application would, so that it is recorded. */
  void run(int times, String sql, Object... arguments) throws SQLException {
    try (Connection connection = server.owner(name);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      for (int i = 0; i < times; i++) {
        statement.execute();
      }
    }
  }

  /** The id under which a statement was recorded. */
  String statementId(String textLike) throws SQLException {
    try (Connection connection = server.owner(name);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT queryid FROM pg_stat_statements WHERE query LIKE ? AND dbid = (SELECT oid"
                    + " FROM pg_database WHERE datname = current_database()) ORDER BY calls DESC")) {
      statement.setString(1, textLike);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          throw new AssertionError("not recorded: " + textLike);
        }
        return result.getString(1);
      }
    }
  }

  Connection witness() throws SQLException {
    return DriverManager.getConnection(server.url(name), role, "w");
  }

  DatabaseSettings settings(boolean rehearsal) {
    return new DatabaseSettings(
        "shop", server.url(name), role, "w", null, rehearsal, Duration.ofSeconds(1));
  }

  Targets targets(BaselineStore store, Clock clock) {
    return new Targets(List.of(settings(false)), NO_SCRATCH, store, CallListener.NONE, clock);
  }
}
