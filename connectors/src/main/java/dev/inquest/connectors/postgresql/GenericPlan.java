package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.FunctionCheck;
import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.statement.RecordedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the plan of a statement whose parameters are not known, without running it: prepared,
 * forced to the generic plan, explained with NULLs, deallocated.
 */
final class GenericPlan {
  private static final String NAME = "inquest_plan";

  private GenericPlan() {}

  /** The plan as the server's JSON. */
  static String of(ReadOnlySession session, RecordedStatement statement) throws SQLException {
    FunctionCheck.require(session, statement.functions());
    session.proved("SET LOCAL plan_cache_mode = force_generic_plan");
    session.proved("PREPARE " + NAME + " AS " + statement.sql());
    try {
      String nulls = String.join(", ", Collections.nCopies(statement.parameters(), "NULL"));
      String execute = nulls.isEmpty() ? NAME : NAME + "(" + nulls + ")";
      List<List<@Nullable Object>> rows =
          session.proved("EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE " + execute);
      if (rows.isEmpty()) {
        throw UntestableException.because("the database gave no plan");
      }
      return String.valueOf(rows.getFirst().getFirst());
    } finally {
      // A prepared statement outlives its transaction, and a failed one takes no command.
      session.restart();
      session.proved("DEALLOCATE " + NAME);
    }
  }
}
