package dev.inquest.connectors.postgresql.baseline;

import dev.inquest.connectors.postgresql.session.Identifiers;
import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.UntestableException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pg_stat_statements} of the current database, our own statements left out. Counters:
 * calls, ms, rows, shared blocks hit or read.
 */
public final class StatementStatistics {
  static final int TOP = 200;
  private static final int MAX_TEXT_CHARS = 32_768;

  private static final String VIEW = "pg_stat_statements";

  private static final String EXTENSION =
      """
      SELECT n.nspname, e.extversion FROM pg_catalog.pg_extension e
      JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements'
      """;

  private static final String OURS_LEFT_OUT =
      """
      WHERE dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
        AND userid <> (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = session_user)
        AND queryid IS NOT NULL
      """;

  private StatementStatistics() {}

  public static CounterSample sample(ReadOnlySession session, Instant at) throws SQLException {
    Extension extension = extension(session);
    List<List<@Nullable Object>> rows =
        session.rows(
            "SELECT queryid::text, "
                + extension.since()
                + ", sum(calls)::float8, sum(total_exec_time)::float8, sum(rows)::float8,"
                + " sum(shared_blks_hit + shared_blks_read)::float8 FROM "
                + extension.of(VIEW)
                + "(false) "
                + OURS_LEFT_OUT
                + "GROUP BY queryid ORDER BY 4 DESC LIMIT "
                + (TOP + 1));
    boolean complete = rows.size() <= TOP;
    Map<String, Counters> counters = new LinkedHashMap<>();
    for (List<@Nullable Object> row : complete ? rows : rows.subList(0, TOP)) {
      counters.put(String.valueOf(row.get(0)), RowNumbers.counters(row, 1));
    }
    return new CounterSample(at, reset(session, extension), complete, counters);
  }

  /** The texts of some statements, as far as the server still has them. */
  public static Map<String, String> texts(ReadOnlySession session, Collection<String> ids)
      throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return texts;
    }
    String sql =
        "SELECT DISTINCT ON (queryid) queryid::text, pg_catalog.left(query, ?) FROM "
            + extension(session).of(VIEW)
            + "(true) "
            + OURS_LEFT_OUT
            + "AND queryid = ANY (pg_catalog.string_to_array(?, ',')::bigint[])";
    for (List<@Nullable Object> row :
        session.rows(sql, MAX_TEXT_CHARS, String.join(",", new ArrayList<>(ids)))) {
      texts.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
    }
    return texts;
  }

  /** How many rows a statement returned on average; 0 where it is not recorded. */
  public static double rowsPerCall(ReadOnlySession session, String id) throws SQLException {
    Object rows =
        session.cell(
            "SELECT (sum(rows) / greatest(sum(calls), 1))::float8 FROM "
                + extension(session).of(VIEW)
                + "(false) "
                + OURS_LEFT_OUT
                + "AND queryid = ?::bigint",
            id);
    return rows instanceof Double perCall ? perCall : 0;
  }

  /** Whether the extension is there and new enough. */
  public static Optional<String> complaint(ReadOnlySession session) throws SQLException {
    try {
      session.rows("SELECT 1 FROM " + extension(session).of(VIEW) + "(false) LIMIT 1");
      return Optional.empty();
    } catch (UntestableException e) {
      return Optional.of(e.sentence());
    }
  }

  private static long reset(ReadOnlySession session, Extension extension) throws SQLException {
    if (!extension.tellsReset()) {
      return Counters.UNKNOWN;
    }
    Object reset =
        session.cell(
            "SELECT (extract(epoch FROM stats_reset) * 1000)::bigint FROM "
                + extension.of("pg_stat_statements_info"));
    return reset instanceof Long millis ? millis : Counters.UNKNOWN;
  }

  private static Extension extension(ReadOnlySession session) throws SQLException {
    List<List<@Nullable Object>> rows = session.rows(EXTENSION);
    if (rows.isEmpty()) {
      throw UntestableException.because("pg_stat_statements is not installed");
    }
    List<@Nullable Object> row = rows.getFirst();
    String version = String.valueOf(row.get(1));
    Extension extension = new Extension(String.valueOf(row.get(0)), minor(version));
    if (extension.minor() < 8) {
      throw UntestableException.because("pg_stat_statements " + version + " is older than 1.8");
    }
    return extension;
  }

  private static int minor(String version) {
    String digits = version.substring(version.indexOf('.') + 1).replaceAll("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /**
   * @param schema it was installed into
   * @param minor the n of version 1.n
   */
  private record Extension(String schema, int minor) {
    String of(String name) {
      return Identifiers.quote(schema, name);
    }

    boolean tellsReset() {
      return minor >= 9;
    }

    String since() {
      return minor >= 11
          ? "(extract(epoch FROM min(stats_since)) * 1000)::bigint"
          : Counters.UNKNOWN + "::bigint";
    }
  }
}
