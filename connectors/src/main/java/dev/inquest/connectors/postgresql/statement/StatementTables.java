package dev.inquest.connectors.postgresql.statement;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.WithItem;
import org.jspecify.annotations.Nullable;

/** The tables and column names that occur in a statement. */
public final class StatementTables {
  private StatementTables() {}

  /** The tables it reads or writes, CTEs left out; a column's qualifier is listed too. */
  public static Set<TableRef> of(Statement statement) {
    Set<String> common = commonNames(statement);
    Set<TableRef> tables = new LinkedHashSet<>();
    for (Table table : SyntaxTree.all(statement, Table.class)) {
      TableRef ref = ref(table);
      if (ref != null && !(ref.schema() == null && common.contains(ref.name()))) {
        tables.add(ref);
      }
    }
    return tables;
  }

  /** Every column name that occurs, whichever table it belongs to. */
  public static Set<String> columnNames(Statement statement) {
    return SyntaxTree.all(statement, Column.class).stream()
        .map(column -> Names.fold(column.getColumnName()))
        .collect(Collectors.toSet());
  }

  /** Whether {@code *} occurs other than in {@code count(*)}. */
  public static boolean wantsAllColumns(Statement statement) {
    return SyntaxTree.nodes(statement).stream()
        .anyMatch(node ->
            node instanceof net.sf.jsqlparser.statement.select.SelectItem<?> item
                && (item.getExpression() instanceof AllColumns
                    || item.getExpression() instanceof AllTableColumns));
  }

  static Set<String> commonNames(Statement statement) {
    return SyntaxTree.all(statement, WithItem.class).stream()
        .map(item -> Names.fold(item.getAliasName()))
        .collect(Collectors.toSet());
  }

  static @Nullable TableRef ref(Table table) {
    if (table.getName() == null) {
      return null;
    }
    String schema = table.getSchemaName();
    return new TableRef(schema == null ? null : Names.fold(schema), Names.fold(table.getName()));
  }
}
