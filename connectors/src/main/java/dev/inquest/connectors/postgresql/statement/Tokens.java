package dev.inquest.connectors.postgresql.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The little of PostgreSQL's lexer that safety rests on. Where its rules and the parser's could
 * differ (backslashes, dollar quotes, NUL) the text is refused rather than interpreted.
 */
final class Tokens {
  private static final Pattern PIECE =
      Pattern.compile(
          "(?<quoted>\"[^\"]*+(?:\"\"[^\"]*+)*+\"|'[^']*+(?:''[^']*+)*+')"
              + "|(?<comment>--[^\\n]*+|/\\*.*?\\*/)"
              + "|(?i:\\b(?<type>interval|date|timestamp(?:tz)?|time(?:tz)?)(?<zone>\\s+with(?:out)?\\s+time\\s+zone)?\\s+"
              + "(?<parameter>\\$\\d{1,4})(?<unit>\\s+(?:year|month|day|hour|minute|second)"
              + "(?:\\s+to\\s+(?:month|hour|minute|second))?\\b)?)",
          Pattern.DOTALL);
  private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[A-Za-z_][A-Za-z_0-9]*)?\\$");

  private Tokens() {}

  /** Refuses what PostgreSQL and the parser might read differently. */
  static void refuseAmbiguous(String sql) {
    if (sql.indexOf('\\') >= 0) {
      throw new UnreadableStatementException("it holds a backslash");
    }
    if (sql.indexOf('\0') >= 0 || DOLLAR_QUOTE.matcher(sql).find()) {
      throw new UnreadableStatementException("it holds a dollar quote or a NUL");
    }
  }

  /**
   * {@code interval $1} as {@code $1::interval}: recording put a parameter where the grammar wants
   * a literal. An interval's unit restricts its value, not the plan, and is dropped.
   */
  static String castTypedLiterals(String sql) {
    Matcher matcher = PIECE.matcher(sql);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String replacement = matcher.group();
      if (matcher.group("type") != null) {
        String zone = matcher.group("zone") == null ? "" : matcher.group("zone");
        replacement = matcher.group("parameter") + "::" + matcher.group("type") + zone;
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(replacement));
    }
    return matcher.appendTail(out).toString();
  }

  /** Outside quotes: no second statement, no comment that could hide one, no open quote. */
  static void requireOneStatement(String sql) {
    StringBuilder bare = new StringBuilder();
    Matcher matcher = PIECE.matcher(sql);
    while (matcher.find()) {
      matcher.appendReplacement(
          bare, matcher.group("quoted") == null ? Matcher.quoteReplacement(matcher.group()) : "q");
    }
    matcher.appendTail(bare);
    if (bare.indexOf(";") >= 0 || bare.indexOf("--") >= 0 || bare.indexOf("/*") >= 0) {
      throw new UnreadableStatementException("it is more than one statement");
    }
    if (bare.indexOf("'") >= 0 || bare.indexOf("\"") >= 0) {
      throw new UnreadableStatementException("it holds an open quote");
    }
  }
}
