package dev.inquest.connectors.postgresql.baseline;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code pg_stat_user_tables}. Counters: sequential scans, rows read by them, index scans.
 */
public final class TableStatistics {
  /** One less than the query's limit, so that a table left out is noticed. */
  static final int TOP = 500;

  private static final String TABLES =
      """
      SELECT CASE WHEN pg_catalog.pg_table_is_visible(relid) THEN relname::text
                  ELSE schemaname || '.' || relname END,
             -1::bigint, seq_scan::float8, seq_tup_read::float8, coalesce(idx_scan, 0)::float8
      FROM pg_catalog.pg_stat_user_tables ORDER BY 4 DESC, 1 LIMIT 501
      """;

  private static final String RESET =
      """
      SELECT (extract(epoch FROM stats_reset) * 1000)::bigint FROM pg_catalog.pg_stat_database
      WHERE datname = pg_catalog.current_database()
      """;

  private TableStatistics() {}

  public static CounterSample sample(ReadOnlySession session, Instant at) throws SQLException {
    List<List<@Nullable Object>> rows = session.rows(TABLES);
    boolean complete = rows.size() <= TOP;
    Map<String, Counters> counters = new LinkedHashMap<>();
    for (List<@Nullable Object> row : complete ? rows : rows.subList(0, TOP)) {
      counters.put(String.valueOf(row.get(0)), RowNumbers.counters(row, 1));
    }
    Object reset = session.cell(RESET);
    long resetMillis = reset instanceof Long millis ? millis : Counters.UNKNOWN;
    return new CounterSample(at, resetMillis, complete, counters);
  }
}
