package dev.inquest.connectors.postgresql;

import dev.inquest.connectors.postgresql.session.UntestableException;
import dev.inquest.connectors.postgresql.statement.KnownTable;
import dev.inquest.connectors.postgresql.statement.Predicate;
import dev.inquest.connectors.postgresql.statement.PredicateReader;
import dev.inquest.connectors.postgresql.statement.StatementReader;
import dev.inquest.connectors.postgresql.statement.StatementTables;
import dev.inquest.connectors.postgresql.statement.TableRef;
import dev.inquest.connectors.postgresql.statement.UnreadableStatementException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.statement.Statement;
import org.jspecify.annotations.Nullable;

/** By which columns a recorded statement filters and joins. */
final class StatementPredicates implements ProbeTemplate {
  private static final String WHAT = "predicates";

  @Override
  public Form form() {
    return Form.observed(
        "statement-predicates",
        Set.of("query_id"),
        List.of("table", "column", "operator", "function"));
  }

  @Override
  public List<List<@Nullable Object>> answer(Target target, Parameters parameters) {
    String text = RecordedText.of(target, parameters.statementId("query_id"), WHAT);
    try {
      Statement statement = StatementReader.parse(text);
      Set<TableRef> names = StatementTables.of(statement);
      Map<TableRef, KnownTable> tables =
          target.database().read(session -> TableCatalogue.find(session, names));
      return rows(PredicateReader.read(statement, tables));
    } catch (UnreadableStatementException e) {
      throw UntestableException.of(WHAT, e.reason());
    } catch (UntestableException e) {
      throw e.within(WHAT);
    }
  }

  private static List<List<@Nullable Object>> rows(List<Predicate> predicates) {
    Set<List<@Nullable Object>> rows = new LinkedHashSet<>();
    for (Predicate p : predicates) {
      rows.add(Arrays.asList(p.table(), p.column(), p.operator(), p.function()));
    }
    return new ArrayList<>(rows);
  }
}
