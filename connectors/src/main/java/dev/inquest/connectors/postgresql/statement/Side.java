package dev.inquest.connectors.postgresql.statement;

import java.util.List;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison that rests on one column.
 *
 * @param function what wraps it; null where it stands bare
 */
record Side(Column column, @Nullable String function) {
  private static final int MAX_DEPTH = 20;

  /** Reads a side; null where it names no column, or several. */
  static @Nullable Side of(Expression written) {
    Expression bare = unwrap(written);
    List<Column> columns = columns(bare);
    if (columns.size() != 1 || bare instanceof ExpressionList<?>) {
      return null;
    }
    String function =
        switch (bare) {
          case Column _ -> null;
          case CastExpression _ -> "cast";
          case Function call -> String.join(".", Names.parts(call.getName()));
          default -> "expression";
        };
    return new Side(columns.getFirst(), function);
  }

  /** The parameter that a side is, casts and parentheses aside; null where it is none. */
  static @Nullable JdbcParameter parameter(Expression written) {
    Expression bare = unwrap(written);
    for (int depth = 0; depth < MAX_DEPTH && bare instanceof CastExpression cast; depth++) {
      bare = unwrap(cast.getLeftExpression());
    }
    return bare instanceof JdbcParameter parameter ? parameter : null;
  }

  /** The parameter of {@code now() - $n}; null where a side is anything else. */
  static @Nullable JdbcParameter age(Expression written) {
    if (!(unwrap(written) instanceof Subtraction minus)) {
      return null;
    }
    boolean fromNow =
        switch (unwrap(minus.getLeftExpression())) {
          case TimeKeyExpression _ -> true;
          case Function f -> "now".equals(Names.fold(String.valueOf(f.getName())));
          default -> false;
        };
    return fromNow ? parameter(minus.getRightExpression()) : null;
  }

  static List<Column> columns(Expression expression) {
    return SyntaxTree.nodesOfThisLevel(expression).stream()
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .toList();
  }

  /** Without parentheses around the whole. */
  static Expression unwrap(Expression written) {
    Expression bare = written;
    for (int depth = 0;
        depth < MAX_DEPTH && bare instanceof ExpressionList<?> list && list.size() == 1;
        depth++) {
      bare = list.getFirst();
    }
    return bare;
  }
}
