package dev.inquest.connectors.postgresql.statement;

import java.util.Set;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.ForMode;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass what can only read. Every node must be of a kind listed here: what is not known to be
 * harmless is refused, at any depth, and so is a kind that a later parser adds.
 */
final class SelectOnly {
  private static final Set<String> EXPRESSION_PACKAGES =
      Set.of(
          "net.sf.jsqlparser.expression.operators.arithmetic",
          "net.sf.jsqlparser.expression.operators.conditional",
          "net.sf.jsqlparser.expression.operators.relational");

  private static final Set<String> KINDS =
      Set.of(
          // expressions
          "Alias",
          "AliasColumn",
          "AnalyticExpression",
          "AnyComparisonExpression",
          "ArrayConstructor",
          "ArrayExpression",
          "BooleanValue",
          "CaseExpression",
          "CastExpression",
          "CollateExpression",
          "DateTimeLiteralExpression",
          "DoubleValue",
          "ExtractExpression",
          "FilterOverImpl",
          "Function",
          "HexValue",
          "IntervalExpression",
          "JdbcParameter",
          "JsonExpression",
          "JsonFunction",
          "LongValue",
          "NotExpression",
          "NullValue",
          "OrderByClause",
          "OverlapsCondition",
          "Parenthesis",
          "PartitionByClause",
          "RangeExpression",
          "RowConstructor",
          "RowGetExpression",
          "SignedExpression",
          "StringValue",
          "TimeKeyExpression",
          "TimezoneExpression",
          "TrimFunction",
          "WhenClause",
          "WindowDefinition",
          "WindowElement",
          "WindowOffset",
          "WindowRange",
          "PostgresNamedFunctionParameter",
          "IntervalQualifier",
          // names
          "Column",
          "Database",
          "Server",
          "Table",
          "ColDataType",
          // the select's own parts
          "AllColumns",
          "AllTableColumns",
          "Distinct",
          "ExceptOp",
          "Fetch",
          "FunctionAllColumns",
          "GroupByElement",
          "IntersectOp",
          "Join",
          "LateralSubSelect",
          "Limit",
          "Offset",
          "OrderByElement",
          "ParenthesedFromItem",
          "ParenthesedSelect",
          "PlainSelect",
          "SelectItem",
          "SetOperationList",
          "TableFunction",
          "TableStatement",
          "UnionOp",
          "Values",
          "WithItem",
          "MaterializedHint",
          "OperatorExpression");

  private SelectOnly() {}

  /**
   * @throws UnreadableStatementException where it might do more than read
   */
  static Select require(Statement statement) {
    if (!(statement instanceof Select select)) {
      throw new UnreadableStatementException(
          "it is not a SELECT but " + statement.getClass().getSimpleName());
    }
    SyntaxTree.nodes(select).forEach(SelectOnly::require);
    return select;
  }

  private static void require(Object node) {
    if (node instanceof Statement && !(node instanceof Select)) {
      throw new UnreadableStatementException(
          "it holds " + node.getClass().getSimpleName() + ", which writes");
    }
    String type = node.getClass().getName();
    int dot = type.lastIndexOf('.');
    String name = type.substring(Math.max(dot, type.lastIndexOf('$')) + 1);
    if (!KINDS.contains(name) && !EXPRESSION_PACKAGES.contains(type.substring(0, dot))) {
      throw new UnreadableStatementException("it holds " + name + ", which is not on the list");
    }
    switch (node) {
      case PlainSelect plain -> requirePlain(plain);
      case SetOperationList list -> requireNoLock(list.getForMode());
      case ParenthesedSelect inner -> requireNoLock(inner.getForMode());
      case Table table -> requireLocal(table);
      default -> {}
    }
  }

  private static void requirePlain(PlainSelect plain) {
    requireNoLock(plain.getForMode());
    if (plain.getIntoTables() != null && !plain.getIntoTables().isEmpty()) {
      throw new UnreadableStatementException("it selects INTO a table");
    }
  }

  private static void requireNoLock(@Nullable ForMode mode) {
    if (mode != null) {
      throw new UnreadableStatementException("it locks rows");
    }
  }

  private static void requireLocal(Table table) {
    if (table.getNameParts().size() > 2) {
      throw new UnreadableStatementException("it names another database");
    }
  }
}
