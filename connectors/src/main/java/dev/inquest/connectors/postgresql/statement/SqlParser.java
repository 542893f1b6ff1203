package dev.inquest.connectors.postgresql.statement;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.feature.Feature;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.Statements;

/** Parses a text as exactly one statement, within a time limit. */
final class SqlParser {
  private static final long TIMEOUT_MS = 2_000;
  private static final int MAX_CHARS = 32_768;

  private SqlParser() {}

  /**
   * @throws UnreadableStatementException where it is not exactly one statement
   */
  static Statement parseOne(String sql) {
    if (sql.length() > MAX_CHARS) {
      throw new UnreadableStatementException("it is longer than " + MAX_CHARS + " characters");
    }
    Statements statements = parse(sql);
    // parse() would quietly return the first of several.
    if (statements.size() != 1) {
      throw new UnreadableStatementException("it is " + statements.size() + " statements");
    }
    return statements.getFirst();
  }

  /** With an executor of our own: the parser's own would leak a thread for each refused text. */
  private static Statements parse(String sql) {
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      CCJSqlParser parser = new CCJSqlParser(sql);
      parser.withFeature(Feature.timeOut, TIMEOUT_MS);
      Statements statements = CCJSqlParserUtil.parseStatements(parser, executor);
      if (statements == null) {
        throw new UnreadableStatementException("it is empty");
      }
      return statements;
    } catch (Exception | Error e) {
      throw unreadable(e);
    } finally {
      executor.shutdownNow();
    }
  }

  /** A hostile text can break a parser in any way, a stack overflow included; all mean the same. */
  private static UnreadableStatementException unreadable(Throwable thrown) {
    return switch (thrown) {
      case UnreadableStatementException known -> known;
      case StackOverflowError _ -> new UnreadableStatementException("it is nested too deep");
      case Error error -> throw error;
      default -> new UnreadableStatementException("the parser cannot read it");
    };
  }
}
