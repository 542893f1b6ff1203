package dev.inquest.connectors.postgresql.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/** Finds the conditions of every SELECT in a statement, subqueries and CTEs included. */
public final class PredicateReader {
  private final Map<TableRef, KnownTable> catalogue;
  private final Set<String> commonNames;
  private final Set<Predicate> found = new LinkedHashSet<>();

  private PredicateReader(Map<TableRef, KnownTable> catalogue, Set<String> commonNames) {
    this.catalogue = catalogue;
    this.commonNames = commonNames;
  }

  /**
   * Reads a statement.
   *
   * @param catalogue the tables that the statement names, as far as they exist
   */
  public static List<Predicate> read(Statement statement, Map<TableRef, KnownTable> catalogue) {
    PredicateReader reader = new PredicateReader(catalogue, StatementTables.commonNames(statement));
    reader.statement(statement, null);
    return new ArrayList<>(reader.found);
  }

  private void statement(Statement statement, @Nullable Scope around) {
    Scope scope = new Scope(around);
    switch (statement) {
      case PlainSelect select -> {
        from(scope, select.getFromItem(), select.getJoins());
        condition(scope, select.getWhere());
      }
      case Update update -> {
        from(scope, update.getTable(), update.getJoins());
        from(scope, update.getFromItem(), update.getStartJoins());
        condition(scope, update.getWhere());
      }
      case Delete delete -> {
        from(scope, delete.getTable(), delete.getJoins());
        condition(scope, delete.getWhere());
      }
      default -> {}
    }
    SyntaxTree.nestedSelects(statement).forEach(nested -> statement(nested, scope));
  }

  private void from(Scope scope, @Nullable FromItem first, @Nullable List<Join> joins) {
    if (first != null) {
      item(scope, first);
    }
    for (Join join : joins == null ? List.<Join>of() : joins) {
      if (join.getFromItem() != null) {
        item(scope, join.getFromItem());
      }
    }
    for (Join join : joins == null ? List.<Join>of() : joins) {
      join.getOnExpressions().forEach(on -> condition(scope, on));
    }
  }

  private void item(Scope scope, FromItem item) {
    if (item instanceof ParenthesedFromItem inner) {
      from(scope, inner.getFromItem(), inner.getJoins());
      return;
    }
    String alias = item.getAlias() == null ? null : Names.fold(item.getAlias().getName());
    if (item instanceof Table table) {
      TableRef ref = StatementTables.ref(table);
      if (ref != null) {
        boolean common = ref.schema() == null && commonNames.contains(ref.name());
        scope.add(alias == null ? ref.name() : alias, common ? null : catalogue.get(ref));
      }
    } else if (alias != null) {
      scope.add(alias, null);
    }
  }

  private void condition(Scope scope, @Nullable Expression condition) {
    if (condition != null) {
      new Conditions(scope, found).read(condition);
    }
  }
}
