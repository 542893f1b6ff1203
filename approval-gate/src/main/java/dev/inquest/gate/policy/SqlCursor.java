package dev.inquest.gate.policy;

import dev.inquest.gate.policy.SqlToken.Kind;
import java.util.List;
import java.util.Set;

/** Walks over the tokens of a migration. */
final class SqlCursor {
  private final List<SqlToken> tokens;
  private int at;

  SqlCursor(List<SqlToken> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  boolean done() {
    return at >= tokens.size();
  }

  /** Takes these words where all of them come next. */
  boolean tryWords(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).is(Kind.WORD, words[i])) {
        return false;
      }
    }
    at += words.length;
    return true;
  }

  boolean trySymbol(String symbol) {
    if (!done() && tokens.get(at).is(Kind.SYMBOL, symbol)) {
      at++;
      return true;
    }
    return false;
  }

  void words(String... words) {
    if (!tryWords(words)) {
      throw refuse("expected " + String.join(" ", words).toUpperCase(java.util.Locale.ROOT));
    }
  }

  void symbol(String symbol) {
    if (!trySymbol(symbol)) {
      throw refuse("expected " + symbol);
    }
  }

  /** A name, as PostgreSQL would store it. */
  String name() {
    SqlToken token = take("a name");
    boolean plain = token.kind() == Kind.WORD && !RESERVED.contains(token.text());
    if ((!plain && token.kind() != Kind.QUOTED_NAME) || token.text().length() > 63) {
      throw refuse("expected a name of at most 63 characters");
    }
    return token.text();
  }

  /** A name or {@code schema.name}. */
  String qualifiedName() {
    String first = name();
    return trySymbol(".") ? first + "." + name() : first;
  }

  SqlToken take(String what) {
    if (done()) {
      throw refuse("expected " + what);
    }
    return tokens.get(at++);
  }

  SqlRefusal refuse(String why) {
    int last = tokens.size() - 1;
    int line = tokens.isEmpty() ? 1 : tokens.get(Math.min(at, last)).line();
    return new SqlRefusal(line, why);
  }

  private static final Set<String> RESERVED =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "asc",
          "collate",
          "concurrently",
          "create",
          "current_user",
          "default",
          "desc",
          "distinct",
          "do",
          "drop",
          "else",
          "end",
          "exists",
          "false",
          "for",
          "from",
          "grant",
          "if",
          "in",
          "include",
          "index",
          "into",
          "is",
          "not",
          "null",
          "nulls",
          "on",
          "only",
          "or",
          "select",
          "session_user",
          "set",
          "table",
          "tablespace",
          "then",
          "to",
          "true",
          "unique",
          "user",
          "using",
          "when",
          "where",
          "with");
}
