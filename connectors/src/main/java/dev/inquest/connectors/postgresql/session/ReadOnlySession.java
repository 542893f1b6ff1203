package dev.inquest.connectors.postgresql.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code BEGIN READ ONLY} transaction with its time limits set; always rolled back. Not
 * thread-safe.
 */
public final class ReadOnlySession {
  /** What is done within one session. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T apply(ReadOnlySession session) throws SQLException;
  }

  private static final String BEGIN =
      """
      SELECT set_config('statement_timeout', ?, true), set_config('lock_timeout', ?, true),
             current_setting('transaction_read_only')
      """;

  private final Connection connection;
  private final SessionLimits limits;

  private ReadOnlySession(Connection connection, SessionLimits limits) {
    this.connection = connection;
    this.limits = limits;
  }

  /** Runs the work in a transaction of its own and rolls it back. */
  public static <T extends @Nullable Object> T run(
      Connection connection, SessionLimits limits, Work<T> work) throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try {
      ReadOnlySession session = new ReadOnlySession(connection, limits);
      session.begin();
      return work.apply(session);
    } finally {
      connection.rollback();
    }
  }

  /** Rows of one of our own statements; the text is always a constant of this code. */
  public List<List<@Nullable Object>> rows(String sql, @Nullable Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.setMaxRows(limits.maxRows());
      try (ResultSet result = statement.executeQuery()) {
        return Cells.read(result, limits);
      }
    }
  }

  /** The first cell of the first row; null where there is none. */
  public @Nullable Object cell(String sql, @Nullable Object... arguments) throws SQLException {
    List<List<@Nullable Object>> rows = rows(sql, arguments);
    return rows.isEmpty() ? null : rows.getFirst().getFirst();
  }

  /**
   * Runs text that has been proved to be one harmless statement, as it is: no JDBC escapes, no
   * placeholders.
   */
  public List<List<@Nullable Object>> proved(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (!statement.execute(sql)) {
        return List.of();
      }
      try (ResultSet result = statement.getResultSet()) {
        return Cells.read(result, limits);
      }
    }
  }

  /** Gives up what the transaction did so far and starts another. */
  public void restart() throws SQLException {
    connection.rollback();
    begin();
  }

  /** For bulk reads only ({@code COPY ... TO STDOUT}). */
  public Connection connection() {
    return connection;
  }

  private void begin() throws SQLException {
    List<@Nullable Object> row =
        rows(
                BEGIN,
                limits.statementTimeout().toMillis() + "ms",
                limits.lockTimeout().toMillis() + "ms")
            .getFirst();
    if (!"on".equals(row.get(2))) {
      throw UntestableException.because("the transaction is not read-only");
    }
  }
}
