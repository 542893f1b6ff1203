package dev.inquest.connectors.postgresql.statement;

import java.util.SortedSet;
import java.util.TreeSet;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.TableFunction;
import org.jspecify.annotations.Nullable;

/** Turns the text that the database recorded into a {@link RecordedStatement}, or says why not. */
public final class StatementReader {
  private static final int MAX_PARAMETERS = 200;

  private StatementReader() {}

  /**
   * Reads a text as one harmless SELECT.
   *
   * @throws UnreadableStatementException where it is anything else
   */
  public static RecordedStatement readSelect(String recorded) {
    Select select = SelectOnly.require(parse(recorded));
    String sql = select.toString();
    Tokens.refuseAmbiguous(sql);
    Tokens.requireOneStatement(sql);
    requireStable(sql);
    return new RecordedStatement(sql, select, functions(select), parameters(select));
  }

  /** Reads a text as one statement of any kind, never to be sent. */
  public static Statement parse(String recorded) {
    Tokens.refuseAmbiguous(recorded);
    return SqlParser.parseOne(Tokens.castTypedLiterals(recorded));
  }

  /** What was serialised must read as the same statement again: nothing was lost on the way. */
  private static void requireStable(String sql) {
    Select again = SelectOnly.require(SqlParser.parseOne(sql));
    if (!again.toString().equals(sql)) {
      throw new UnreadableStatementException("it does not serialise stably");
    }
  }

  private static SortedSet<String> functions(Select select) {
    SortedSet<String> names = new TreeSet<>();
    for (Function function : SyntaxTree.all(select, Function.class)) {
      // A function in FROM is a shell without a name around the call itself.
      if (!(function instanceof TableFunction)) {
        names.add(functionName(function.getName()));
      }
    }
    SyntaxTree.all(select, AnalyticExpression.class)
        .forEach(analytic -> names.add(functionName(analytic.getName())));
    return names;
  }

  private static String functionName(@Nullable String written) {
    if (written == null) {
      throw new UnreadableStatementException("it calls something without a name");
    }
    return String.join(".", Names.parts(written));
  }

  private static int parameters(Select select) {
    int highest = 0;
    for (JdbcParameter parameter : SyntaxTree.all(select, JdbcParameter.class)) {
      if (!"$".equals(parameter.getParameterCharacter())) {
        throw new UnreadableStatementException("it holds a ? parameter");
      }
      highest = Math.max(highest, parameter.getIndex());
    }
    if (highest > MAX_PARAMETERS) {
      throw new UnreadableStatementException("it has more than " + MAX_PARAMETERS + " parameters");
    }
    return highest;
  }
}
