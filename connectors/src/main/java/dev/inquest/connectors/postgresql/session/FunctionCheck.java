package dev.inquest.connectors.postgresql.session;

import dev.inquest.connectors.resilience.Redacted;
import java.sql.SQLException;
import java.util.SortedSet;

/**
 * Lets a statement be planned only if all it calls is PostgreSQL's own and not volatile: planning
 * evaluates stable and immutable functions.
 *
 * <p>A name that the catalogue does not have is grammar ({@code coalesce}), or an error that the
 * server will find.
 */
public final class FunctionCheck {
  private static final String OWN_SCHEMA = "pg_catalog.";

  private static final String HARMFUL =
      """
      SELECT pg_catalog.count(*) FROM pg_catalog.pg_proc p
      JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      WHERE p.proname = ? AND (n.nspname <> 'pg_catalog' OR p.provolatile = 'v')
      """;

  private FunctionCheck() {}

  public static void require(ReadOnlySession session, SortedSet<String> functions)
      throws SQLException {
    for (String function : functions) {
      String name =
          function.startsWith(OWN_SCHEMA) ? function.substring(OWN_SCHEMA.length()) : function;
      boolean harmful =
          name.indexOf('.') >= 0 || !Long.valueOf(0).equals(session.cell(HARMFUL, name));
      if (harmful) {
        throw UntestableException.because(
            "it calls " + Redacted.text(function) + ", which may do more than read");
      }
    }
  }
}
