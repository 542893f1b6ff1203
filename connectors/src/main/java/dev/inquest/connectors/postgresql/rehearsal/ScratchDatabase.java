package dev.inquest.connectors.postgresql.rehearsal;

import dev.inquest.connectors.postgresql.session.Identifiers;
import dev.inquest.connectors.postgresql.session.SqlStates;
import dev.inquest.connectors.postgresql.session.UntestableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in the scratch database, with a schema of its own. Closing rolls all of it back,
 * and so does a crash of either process: what was copied never outlives the rehearsal.
 */
final class ScratchDatabase implements AutoCloseable {
  static final String SCHEMA = "inquest_rehearsal";
  private static final String SOCKET_TIMEOUT_SECONDS = "15";

  private final Connection connection;

  private ScratchDatabase(Connection connection) {
    this.connection = connection;
  }

  static ScratchDatabase open(Scratch scratch, Duration statementTimeout) {
    Properties properties = new Properties();
    properties.setProperty("user", scratch.username());
    properties.setProperty("password", scratch.password());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "2");
    properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
    properties.setProperty("ApplicationName", "inquest-rehearsal");
    try {
      Connection connection = DriverManager.getConnection(scratch.url(), properties);
      ScratchDatabase database = new ScratchDatabase(connection);
      database.begin(statementTimeout);
      return database;
    } catch (SQLException e) {
      throw untestable(e);
    }
  }

  /** Runs one of our own statements, or one that was proved harmless. */
  void run(String sql) {
    rows(sql);
  }

  /** Rows as text. */
  List<List<@Nullable String>> rows(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      List<List<@Nullable String>> rows = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          read(result, rows);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw untestable(e);
    }
  }

  Connection connection() {
    return connection;
  }

  static UntestableException untestable(SQLException thrown) {
    return UntestableException.because("the scratch database says: " + SqlStates.line(thrown));
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      // A connection that cannot roll back is gone, and the server has rolled back.
      throw untestable(e);
    }
  }

  private void begin(Duration statementTimeout) throws SQLException {
    connection.setAutoCommit(false);
    String schema = Identifiers.quote(SCHEMA);
    run("SET LOCAL statement_timeout = " + statementTimeout.toMillis());
    run("SET LOCAL lock_timeout = " + statementTimeout.toMillis());
    run("SET LOCAL jit = off");
    run("SET LOCAL max_parallel_workers_per_gather = 0");
    run("SET LOCAL plan_cache_mode = force_custom_plan");
    run("SET LOCAL maintenance_work_mem = '128MB'");
    run("CREATE SCHEMA " + schema);
    run("SET LOCAL search_path = " + schema + ", pg_catalog");
  }

  private static void read(ResultSet result, List<List<@Nullable String>> rows)
      throws SQLException {
    int width = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<@Nullable String> row = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        row.add(result.getString(i));
      }
      rows.add(row);
    }
  }
}
