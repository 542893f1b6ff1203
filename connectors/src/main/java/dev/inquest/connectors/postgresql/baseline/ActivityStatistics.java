package dev.inquest.connectors.postgresql.baseline;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the sessions of the current database, ours left out, by state and by what they await. */
public final class ActivityStatistics {
  private static final String WAITS =
      """
      SELECT coalesce(wait_event_type, 'none') || '/' || coalesce(wait_event, 'none'),
             -1::bigint, pg_catalog.count(*)::float8
      FROM pg_catalog.pg_stat_activity
      WHERE datname = pg_catalog.current_database() AND usename <> session_user AND state = 'active'
      GROUP BY 1 ORDER BY 3 DESC LIMIT 100
      """;

  private static final String CONNECTIONS =
      """
      SELECT coalesce(state, 'unknown'), -1::bigint, pg_catalog.count(*)::float8
      FROM pg_catalog.pg_stat_activity
      WHERE datname = pg_catalog.current_database() AND usename <> session_user
      GROUP BY 1 ORDER BY 3 DESC LIMIT 20
      """;

  private ActivityStatistics() {}

  public static CounterSample waits(ReadOnlySession session, Instant at) throws SQLException {
    return sample(session, at, WAITS);
  }

  public static CounterSample connections(ReadOnlySession session, Instant at) throws SQLException {
    return sample(session, at, CONNECTIONS);
  }

  private static CounterSample sample(ReadOnlySession session, Instant at, String sql)
      throws SQLException {
    Map<String, Counters> counters = new LinkedHashMap<>();
    for (List<@Nullable Object> row : session.rows(sql)) {
      counters.put(String.valueOf(row.get(0)), RowNumbers.counters(row, 1));
    }
    return new CounterSample(at, Counters.UNKNOWN, true, counters);
  }
}
