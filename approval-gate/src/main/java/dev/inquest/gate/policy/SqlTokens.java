package dev.inquest.gate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a migration into tokens, and refuses whatever PostgreSQL, psql or Flyway could read in
 * another way than this class does: dollar quotes, escapes, placeholders, nested comments, anything
 * but ASCII outside comments.
 */
final class SqlTokens {
  private static final int MAX_TOKENS = 500;

  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /**
   * @throws SqlRefusal where the text holds something that is not allowed
   */
  static List<SqlToken> read(String sql) {
    SqlTokens reader = new SqlTokens(sql);
    while (reader.at < sql.length()) {
      reader.next();
    }
    return reader.tokens;
  }

  private void next() {
    char c = peek(0);
    if (c == '\n' || c == ' ' || c == '\t') {
      advance();
    } else if (c == '-' && peek(1) == '-') {
      lineComment();
    } else if (c == '/' && peek(1) == '*') {
      blockComment();
    } else if (c == '\'') {
      string();
    } else if (c == '"') {
      quotedName();
    } else if (isLetter(c)) {
      word();
    } else if (isDigit(c)) {
      number();
    } else {
      symbol(c);
    }
    if (tokens.size() > MAX_TOKENS) {
      throw new SqlRefusal(line, "there are more than " + MAX_TOKENS + " tokens");
    }
  }

  private void lineComment() {
    while (at < sql.length() && peek(0) != '\n') {
      commentCharacter();
    }
  }

  private void blockComment() {
    advance();
    advance();
    while (!(peek(0) == '*' && peek(1) == '/')) {
      if (at >= sql.length()) {
        throw new SqlRefusal(line, "a comment is not closed");
      }
      if (peek(0) == '/' && peek(1) == '*') {
        throw new SqlRefusal(line, "comments must not be nested");
      }
      commentCharacter();
    }
    advance();
    advance();
  }

  private void commentCharacter() {
    boolean control = peek(0) < 0x20 && peek(0) != '\n' && peek(0) != '\t';
    if (control || peek(0) == 0x7f) {
      // PostgreSQL ends a comment at a carriage return as well.
      throw new SqlRefusal(line, "control characters are not allowed, not even in comments");
    }
    if (peek(0) == '\\' || (peek(0) == '$' && peek(1) == '{')) {
      throw new SqlRefusal(
          line, "backslashes and placeholders are not allowed, not even in comments");
    }
    advance();
  }

  private void string() {
    int start = line;
    int from = at;
    String text = quoted('\'');
    if (!tokens.isEmpty() && tokens.getLast().kind() == SqlToken.Kind.STRING) {
      throw new SqlRefusal(start, "two strings in a row");
    }
    if (at < sql.length() && isLetter(peek(0))) {
      throw new SqlRefusal(start, "a word directly after a string");
    }
    tokens.add(new SqlToken(SqlToken.Kind.STRING, text, start, from));
  }

  private void quotedName() {
    int start = line;
    int from = at;
    String text = quoted('"');
    if (!text.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
      throw new SqlRefusal(start, "a quoted name may only hold letters, digits and _");
    }
    tokens.add(new SqlToken(SqlToken.Kind.QUOTED_NAME, text, start, from));
  }

  private String quoted(char quote) {
    int start = line;
    int from = at + 1;
    advance();
    while (peek(0) != quote) {
      char c = peek(0);
      if (at >= sql.length() || c == '\n') {
        throw new SqlRefusal(start, "a quote is not closed on its line");
      }
      if (c == '\\' || c == '$' || c < 0x20 || c > 0x7e) {
        throw new SqlRefusal(start, "only plain ASCII without \\ and $ may be quoted");
      }
      advance();
    }
    String text = sql.substring(from, at);
    advance();
    if (peek(0) == quote) {
      throw new SqlRefusal(start, "doubled quotes are not allowed");
    }
    return text;
  }

  private void word() {
    int from = at;
    while (isLetter(peek(0)) || isDigit(peek(0))) {
      advance();
    }
    if (peek(0) == '\'' || peek(0) == '"' || peek(0) == '&') {
      throw new SqlRefusal(line, "prefixed strings and names (E'', U&\"\") are not allowed");
    }
    add(SqlToken.Kind.WORD, sql.substring(from, at).toLowerCase(Locale.ROOT), from);
  }

  private void number() {
    int from = at;
    while (isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)))) {
      advance();
    }
    if (isLetter(peek(0))) {
      throw new SqlRefusal(line, "a word directly after a number");
    }
    add(SqlToken.Kind.NUMBER, sql.substring(from, at), from);
  }

  private void symbol(char c) {
    if ("(),;.=<>-".indexOf(c) < 0) {
      throw new SqlRefusal(line, String.format("the character U+%04X is not allowed", (int) c));
    }
    advance();
    add(SqlToken.Kind.SYMBOL, String.valueOf(c), at - 1);
  }

  private void add(SqlToken.Kind kind, String text, int from) {
    tokens.add(new SqlToken(kind, text, line, from));
  }

  private char peek(int ahead) {
    return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
  }

  private void advance() {
    if (at < sql.length() && sql.charAt(at) == '\n') {
      line++;
    }
    at++;
  }

  private static boolean isLetter(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
