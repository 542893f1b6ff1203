package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.statement.KnownTable;
import dev.inquest.connectors.postgresql.statement.TableRef;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up the tables that a statement names. */
final class TableCatalogue {
  private static final int MAX_TABLES = 100;

  private static final String COLUMNS =
      """
      SELECT CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname::text
                  ELSE n.nspname || '.' || c.relname END, a.attname::text
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname = ?
        AND CASE WHEN ? = '' THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = ? END
      ORDER BY a.attnum
      """;

  private TableCatalogue() {}

  /** The tables that exist; a qualifier or an alias among the names is simply not found. */
  static Map<TableRef, KnownTable> find(ReadOnlySession session, Set<TableRef> names)
      throws SQLException {
    if (names.size() > MAX_TABLES) {
      throw UntestableException.because("the statement names more than " + MAX_TABLES + " tables");
    }
    Map<TableRef, KnownTable> tables = new LinkedHashMap<>();
    for (TableRef name : names) {
      String schema = name.schema() == null ? "" : name.schema();
      List<List<@Nullable Object>> rows = session.rows(COLUMNS, name.name(), schema, schema);
      if (!rows.isEmpty()) {
        Set<String> columns = new HashSet<>();
        rows.forEach(row -> columns.add(String.valueOf(row.get(1))));
        tables.put(name, new KnownTable(String.valueOf(rows.getFirst().getFirst()), columns));
      }
    }
    return tables;
  }
}
