package dev.inquest.connectors.postgresql.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.Fetch;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.Offset;
import net.sf.jsqlparser.statement.select.PlainSelect;
import org.jspecify.annotations.Nullable;

/** What a rehearsal needs of a statement: its tables without schemas, its parameters by place. */
public final class StatementRewrite {
  private StatementRewrite() {}

  /**
   * The same statement with bare table names, so that the search path decides.
   *
   * @throws UnreadableStatementException where two tables differ only in their schema
   */
  public static RecordedStatement withoutSchemas(RecordedStatement statement) {
    Set<String> names = new HashSet<>();
    for (TableRef ref : StatementTables.of(statement.select())) {
      if (ref.schema() != null && !names.add(ref.name())) {
        throw new UnreadableStatementException("two tables differ only in their schema");
      }
    }
    // A tree of our own, because this changes it.
    RecordedStatement copy = StatementReader.readSelect(statement.sql());
    for (Table table : SyntaxTree.all(copy.select(), Table.class)) {
      if (table.getName() != null && table.getSchemaName() != null) {
        table.setNameParts(List.of(table.getName()));
      }
    }
    return StatementReader.readSelect(copy.select().toString());
  }

  /** The parameters that say how many rows. */
  public static Set<Integer> limits(RecordedStatement statement) {
    Set<Integer> parameters = new TreeSet<>();
    for (Limit limit : SyntaxTree.all(statement.select(), Limit.class)) {
      add(parameters, limit.getRowCount());
    }
    for (Fetch fetch : SyntaxTree.all(statement.select(), Fetch.class)) {
      add(parameters, fetch.getExpression());
    }
    return parameters;
  }

  /** The parameters that say how many rows to skip. */
  public static Set<Integer> offsets(RecordedStatement statement) {
    Set<Integer> parameters = new TreeSet<>();
    for (Limit limit : SyntaxTree.all(statement.select(), Limit.class)) {
      add(parameters, limit.getOffset());
    }
    for (Offset offset : SyntaxTree.all(statement.select(), Offset.class)) {
      add(parameters, offset.getOffset());
    }
    return parameters;
  }

  /** The parameters that decide which rows are found. */
  public static Set<Integer> inConditions(RecordedStatement statement) {
    Set<Integer> parameters = new TreeSet<>();
    for (PlainSelect select : SyntaxTree.all(statement.select(), PlainSelect.class)) {
      add(parameters, select.getWhere());
    }
    for (Join join : SyntaxTree.all(statement.select(), Join.class)) {
      join.getOnExpressions().forEach(on -> add(parameters, on));
    }
    return parameters;
  }

  private static void add(Set<Integer> parameters, @Nullable Expression expression) {
    if (expression != null) {
      SyntaxTree.all(expression, JdbcParameter.class)
          .forEach(parameter -> parameters.add(parameter.getIndex()));
    }
  }
}
