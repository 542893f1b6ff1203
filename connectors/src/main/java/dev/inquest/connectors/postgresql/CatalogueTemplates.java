package dev.inquest.connectors.postgresql;

import static dev.inquest.connectors.postgresql.ProbeTemplate.Form.observed;

import java.util.List;
import java.util.Set;

/** The questions that one catalogue query answers. */
final class CatalogueTemplates {
  private static final String TABLE_FACTS =
      """
      SELECT CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname::text
                  ELSE n.nspname || '.' || c.relname END,
             c.reltuples::bigint, pg_catalog.pg_total_relation_size(c.oid),
             s.seq_scan, s.seq_tup_read, s.idx_scan, s.n_mod_since_analyze,
             greatest(s.last_analyze, s.last_autoanalyze)
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = c.oid
      WHERE c.oid = ?::oid
      """;

  private static final String TABLE_INDEXES =
      """
      SELECT i.relname::text,
             (SELECT pg_catalog.string_agg(pg_catalog.pg_get_indexdef(x.indexrelid, k, true), ', ' ORDER BY k)
              FROM pg_catalog.generate_series(1, x.indnkeyatts) k),
             x.indisunique, x.indisvalid, pg_catalog.pg_get_expr(x.indpred, x.indrelid, true),
             pg_catalog.pg_relation_size(i.oid), coalesce(s.idx_scan, 0)
      FROM pg_catalog.pg_index x
      JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
      LEFT JOIN pg_catalog.pg_stat_all_indexes s ON s.indexrelid = i.oid
      WHERE x.indrelid = ?::oid ORDER BY 1
      """;

  /** Frequencies only: the most common values themselves are rows, which do not leave. */
  private static final String TABLE_COLUMNS =
      """
      SELECT a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
             s.n_distinct, s.most_common_freqs[1], s.correlation
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_stats s
        ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
           AND NOT s.inherited
      WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
      """;

  private static final String CONNECTIONS =
      """
      SELECT coalesce(state, 'unknown'), wait_event_type, pg_catalog.count(*)
      FROM pg_catalog.pg_stat_activity
      WHERE datname = pg_catalog.current_database() AND usename <> session_user
      GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
      """;

  private static final String LOCKS =
      """
      SELECT DISTINCT w.pid::bigint, b.pid::bigint, l.relation::pg_catalog.regclass::text, l.mode,
             extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(l.waitstart, w.state_change))::float8
      FROM pg_catalog.pg_locks l
      JOIN pg_catalog.pg_stat_activity w ON w.pid = l.pid
      CROSS JOIN LATERAL pg_catalog.unnest(pg_catalog.pg_blocking_pids(w.pid)) AS b (pid)
      WHERE NOT l.granted AND w.datname = pg_catalog.current_database()
      ORDER BY 5 DESC, 1, 2 LIMIT 200
      """;

  /** Performance and limits only; nothing that names hosts, files or credentials. */
  private static final String SETTINGS =
      """
      SELECT name, pg_catalog.current_setting(name) FROM pg_catalog.pg_settings
      WHERE name IN ('server_version', 'max_connections', 'shared_buffers', 'effective_cache_size',
        'work_mem', 'maintenance_work_mem', 'random_page_cost', 'seq_page_cost', 'jit',
        'max_parallel_workers', 'max_parallel_workers_per_gather', 'max_worker_processes',
        'statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'autovacuum',
        'default_statistics_target', 'enable_seqscan', 'enable_indexscan', 'enable_bitmapscan',
        'plan_cache_mode', 'track_io_timing', 'pg_stat_statements.max', 'pg_stat_statements.track',
        'max_wal_size', 'checkpoint_timeout', 'synchronous_commit', 'deadlock_timeout')
      ORDER BY 1
      """;

  static final List<ProbeTemplate> ALL =
      List.of(
          new CatalogueTemplate(
              observed(
                  "table-facts",
                  Set.of("table"),
                  List.of(
                      "table",
                      "row_estimate",
                      "total_bytes",
                      "seq_scans",
                      "seq_rows",
                      "index_scans",
                      "modified_since_analyze",
                      "last_analyze")),
              TABLE_FACTS),
          new CatalogueTemplate(
              observed(
                  "table-indexes",
                  Set.of("table"),
                  List.of(
                      "index",
                      "columns",
                      "is_unique",
                      "is_valid",
                      "predicate",
                      "size_bytes",
                      "scans")),
              TABLE_INDEXES),
          new CatalogueTemplate(
              observed(
                  "table-columns",
                  Set.of("table"),
                  List.of(
                      "column", "type", "not_null", "n_distinct", "top_frequency", "correlation")),
              TABLE_COLUMNS),
          new CatalogueTemplate(
              observed("connections", Set.of(), List.of("state", "wait_event_type", "count")),
              CONNECTIONS),
          new CatalogueTemplate(
              observed(
                  "locks",
                  Set.of(),
                  List.of("blocked_pid", "blocking_pid", "relation", "mode", "waiting_s")),
              LOCKS),
          new CatalogueTemplate(
              observed("settings", Set.of(), List.of("name", "value")), SETTINGS));

  private CatalogueTemplates() {}
}
