package dev.inquest.patient;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs one statement, with a client span and a timer around it. Thread-safe. */
final class StatementRunner {
  private static final int MAX_ROWS = 100;

  private final DataSource pool;
  private final Tracer tracer;
  private final MeterRegistry meters;
  private final int timeoutSeconds;

  StatementRunner(DataSource pool, Tracer tracer, MeterRegistry meters, int timeoutSeconds) {
    this.pool = pool;
    this.tracer = tracer;
    this.meters = meters;
    this.timeoutSeconds = timeoutSeconds;
  }

  /**
   * @param arguments by name; may hold more than the statement needs
   * @return at most 100 rows, columns by name
   */
  List<Map<String, @Nullable Object>> run(
      Statement statement, Map<String, @Nullable Object> arguments) throws SQLException {
    Span span = span(statement);
    long start = System.nanoTime();
    try (Connection connection = pool.getConnection();
        PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
      prepared.setQueryTimeout(timeoutSeconds);
      bind(prepared, statement, arguments);
      return rows(prepared);
    } catch (SQLException e) {
      span.setStatus(StatusCode.ERROR).setAttribute("error.type", e.getSQLState());
      throw e;
    } finally {
      span.end();
      Metrics.statement(meters, statement).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  /** Attributes by OpenTelemetry's semantic conventions for databases. */
  private Span span(Statement statement) {
    return tracer
        .spanBuilder(statement.summary())
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("db.system.name", "postgresql")
        .setAttribute("db.operation.name", statement.operation())
        .setAttribute("db.collection.name", statement.table())
        .setAttribute("db.query.summary", statement.summary())
        .setAttribute("db.query.text", statement.sql())
        .startSpan();
  }

  private static void bind(
      PreparedStatement prepared, Statement statement, Map<String, @Nullable Object> arguments)
      throws SQLException {
    int index = 1;
    for (String parameter : statement.parameters()) {
      prepared.setObject(index++, arguments.get(parameter));
    }
  }

  private static List<Map<String, @Nullable Object>> rows(PreparedStatement prepared)
      throws SQLException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    if (!prepared.execute()) {
      return rows;
    }
    try (ResultSet result = prepared.getResultSet()) {
      ResultSetMetaData columns = result.getMetaData();
      while (rows.size() < MAX_ROWS && result.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.put(columns.getColumnLabel(i), result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
