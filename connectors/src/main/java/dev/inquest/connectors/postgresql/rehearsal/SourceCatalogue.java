package dev.inquest.connectors.postgresql.rehearsal;

import dev.inquest.connectors.postgresql.rehearsal.SourceTable.SourceIndex;
import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.UntestableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from the catalogue what a copy of a table must look like. */
final class SourceCatalogue {
  private static final int MAX_INDEXES = 8;

  private static final String TABLE =
      """
      SELECT c.oid::bigint, n.nspname::text, c.relname::text, c.reltuples::bigint, c.relkind::text,
             n.nspname IN ('pg_catalog', 'information_schema')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm', 'v')
        AND CASE WHEN pg_catalog.pg_table_is_visible(c.oid) THEN c.relname::text
                 ELSE n.nspname || '.' || c.relname END = ?
      """;

  /** A domain is copied as what it is made of; labels are a JSON array. */
  private static final String COLUMNS =
      """
      SELECT a.attname::text,
             CASE WHEN t.typtype = 'e' THEN t.typname::text
                  WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod)
                  ELSE pg_catalog.format_type(a.atttypid, a.atttypmod) END,
             coalesce((SELECT pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder)::text
                       FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), '[]'),
             t.typtype = 'e' OR b.nspname = 'pg_catalog'
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_type d ON d.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
      LEFT JOIN pg_catalog.pg_namespace b ON b.oid = d.typnamespace
      WHERE a.attrelid = ?::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
      """;

  /** Partial and expression indexes are left out: they may rest on functions the copy lacks. */
  private static final String INDEXES =
      """
      SELECT x.indisunique, pg_catalog.json_agg(a.attname ORDER BY k.ord)::text
      FROM pg_catalog.pg_index x
      JOIN pg_catalog.pg_class i ON i.oid = x.indexrelid
      JOIN pg_catalog.pg_am m ON m.oid = i.relam AND m.amname = 'btree'
      CROSS JOIN LATERAL pg_catalog.unnest(x.indkey::int2[]) WITH ORDINALITY k (attnum, ord)
      JOIN pg_catalog.pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attnum
      WHERE x.indrelid = ?::oid AND x.indisvalid AND x.indpred IS NULL AND x.indexprs IS NULL
        AND k.ord <= x.indnkeyatts
      GROUP BY x.indexrelid, x.indisunique ORDER BY x.indexrelid
      """;

  private final ReadOnlySession session;

  SourceCatalogue(ReadOnlySession session) {
    this.session = session;
  }

  /**
   * @param shown the name that answers show
   * @param wanted the columns that the statement needs
   */
  SourceTable table(String shown, Predicate<String> wanted) throws SQLException {
    List<List<@Nullable Object>> found = session.rows(TABLE, shown);
    if (found.isEmpty() || Boolean.TRUE.equals(found.getFirst().get(5))) {
      throw UntestableException.because("the statement reads " + shown + ", which is not copied");
    }
    List<@Nullable Object> row = found.getFirst();
    Object oid = row.get(0);
    List<SourceColumn> columns = columns(oid, shown, wanted);
    Set<String> names = Set.copyOf(columns.stream().map(SourceColumn::name).toList());
    return new SourceTable(
        shown,
        String.valueOf(row.get(1)),
        String.valueOf(row.get(2)),
        row.get(3) instanceof Long rows ? rows : -1,
        !"v".equals(row.get(4)),
        columns,
        indexes(oid, names));
  }

  private List<SourceColumn> columns(@Nullable Object oid, String shown, Predicate<String> wanted)
      throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    for (List<@Nullable Object> row : session.rows(COLUMNS, oid)) {
      String name = String.valueOf(row.get(0));
      if (!wanted.test(name)) {
        continue;
      }
      if (!Boolean.TRUE.equals(row.get(3))) {
        throw UntestableException.because(
            "column " + name + " of " + shown + " has a type of its own, " + row.get(1));
      }
      columns.add(
          new SourceColumn(name, String.valueOf(row.get(1)), strings(String.valueOf(row.get(2)))));
    }
    return columns;
  }

  private List<SourceIndex> indexes(@Nullable Object oid, Set<String> copied) throws SQLException {
    List<SourceIndex> indexes = new ArrayList<>();
    for (List<@Nullable Object> row : session.rows(INDEXES, oid)) {
      List<String> columns = strings(String.valueOf(row.get(1)));
      if (copied.containsAll(columns) && indexes.size() < MAX_INDEXES) {
        indexes.add(new SourceIndex(columns, Boolean.TRUE.equals(row.get(0))));
      }
    }
    return indexes;
  }

  private static List<String> strings(String json) {
    List<String> strings = new ArrayList<>();
    for (JsonNode element : JsonMapper.shared().readTree(json)) {
      strings.add(element.asString());
    }
    return strings;
  }
}
