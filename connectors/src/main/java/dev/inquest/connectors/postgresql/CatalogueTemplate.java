package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.UntestableException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question answered by one query over the server's own statistics and catalogue.
 *
 * @param sql with one {@code ?} for the table's oid where the form asks for a table, else without
 */
record CatalogueTemplate(Form form, String sql) implements ProbeTemplate {
  private static final String TABLE = "table";

  /** A table by the name that answers show; matched against the catalogue, never put into SQL. */
  private static final String FIND_TABLE =
      """
      SELECT c.oid::bigint FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND c.relname = ?
        AND CASE WHEN ? = '' THEN pg_catalog.pg_table_is_visible(c.oid) ELSE n.nspname = ? END
      """;

  @Override
  public List<List<@Nullable Object>> answer(Target target, Parameters parameters) {
    return target.database().read(session -> rows(session, parameters));
  }

  private List<List<@Nullable Object>> rows(ReadOnlySession session, Parameters parameters)
      throws SQLException {
    return form.required().contains(TABLE)
        ? session.rows(sql, oid(session, parameters.text(TABLE)))
        : session.rows(sql);
  }

  private static Long oid(ReadOnlySession session, String name) throws SQLException {
    int dot = name.indexOf('.');
    Object found = session.cell(FIND_TABLE, name, "", "");
    if (found == null && dot > 0) {
      String schema = name.substring(0, dot);
      found = session.cell(FIND_TABLE, name.substring(dot + 1), schema, schema);
    }
    if (found instanceof Long oid) {
      return oid;
    }
    throw UntestableException.because("no such table");
  }
}
