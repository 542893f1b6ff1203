package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.ReadOnlySession;
import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.statement.RecordedStatement;
import dev.inquest.connectors.postgresql.statement.StatementReader;
import dev.inquest.connectors.postgresql.statement.UnreadableStatementException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the server would run a recorded statement. */
final class StatementPlan implements ProbeTemplate {
  private static final String WHAT = "plan";

  private static final String SHOWN_NAME =
      """
      SELECT c.relname::text FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname || '.' || c.relname = ? AND pg_catalog.pg_table_is_visible(c.oid)
      """;

  @Override
  public Form form() {
    return new Form(
        "statement-plan",
        Set.of("query_id"),
        Set.of(),
        List.of("depth", "node_type", "relation", "index", "filter", "total_cost", "plan_rows"),
        "planned",
        false);
  }

  @Override
  public List<List<@Nullable Object>> answer(Target target, Parameters parameters) {
    String text = RecordedText.of(target, parameters.statementId("query_id"), WHAT);
    try {
      RecordedStatement statement = StatementReader.readSelect(text);
      return target.database().read(session -> rows(session, statement));
    } catch (UnreadableStatementException e) {
      throw UntestableException.of(WHAT, e.reason());
    } catch (UntestableException e) {
      throw e.within(WHAT);
    }
  }

  private static List<List<@Nullable Object>> rows(
      ReadOnlySession session, RecordedStatement statement) throws SQLException {
    PlanRows plan = new PlanRows(GenericPlan.of(session, statement));
    Map<String, String> shown = new HashMap<>();
    for (String relation : plan.relations()) {
      Object visible = session.cell(SHOWN_NAME, relation);
      shown.put(relation, visible == null ? relation : visible.toString());
    }
    return plan.rows(relation -> shown.getOrDefault(relation, relation));
  }
}
