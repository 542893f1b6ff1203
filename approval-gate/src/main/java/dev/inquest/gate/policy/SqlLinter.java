package dev.inquest.gate.policy;

import java.util.List;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.statement.Statements;
import net.sf.jsqlparser.statement.create.index.CreateIndex;

/**
 * Judges a migration by what it may say, never by what it must not: {@code SET lock_timeout},
 * {@code DROP INDEX CONCURRENTLY IF EXISTS} of the index created next, {@code CREATE INDEX
 * CONCURRENTLY}. A second, foreign parser must agree that the last is one index.
 */
public final class SqlLinter {
  private static final int MAX_CHARS = 8_000;

  private final boolean uniqueAllowed;

  public SqlLinter(boolean uniqueAllowed) {
    this.uniqueAllowed = uniqueAllowed;
  }

  public LintResult lint(String sql) {
    if (sql.length() > MAX_CHARS) {
      return new LintResult.Refused("the migration is over " + MAX_CHARS + " characters");
    }
    try {
      return lint(sql, SqlTokens.read(sql));
    } catch (SqlRefusal refusal) {
      return new LintResult.Refused(refusal.sentence());
    }
  }

  private LintResult lint(String sql, List<SqlToken> tokens) {
    LintResult.Accepted read = IndexGrammar.read(new SqlCursor(tokens));
    if (read.unique() && !uniqueAllowed) {
      return new LintResult.Refused(
          "a unique index can fail on existing rows; the policy does not allow it");
    }
    return isOneIndex(sql.substring(createFrom(tokens)))
        ? read
        : new LintResult.Refused("two parsers do not agree that this creates one index");
  }

  /** Flyway's settings beside the migration: outside a transaction, and nothing else. */
  public LintResult lintSettings(String conf, LintResult.Accepted migration) {
    return conf.strip().equals("executeInTransaction=false") && conf.length() < 200
        ? migration
        : new LintResult.Refused(
            "the settings file must say executeInTransaction=false and nothing else");
  }

  private static int createFrom(List<SqlToken> tokens) {
    return tokens.stream()
        .filter(token -> token.is(SqlToken.Kind.WORD, "create"))
        .mapToInt(SqlToken::from)
        .findFirst()
        .orElse(0);
  }

  private static boolean isOneIndex(String sql) {
    try {
      Statements statements = CCJSqlParserUtil.newParser(sql).Statements();
      return statements.size() == 1 && statements.getFirst() instanceof CreateIndex;
    } catch (ParseException | TokenMgrException e) {
      return false;
    }
  }
}
