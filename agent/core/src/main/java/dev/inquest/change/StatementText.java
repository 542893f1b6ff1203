package dev.inquest.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as tokens, such that a statement as a database records it ({@code $1}) and as a program
 * writes it ({@code ?}, {@code :name}, {@code %s}, literals, pieces joined by {@code +}) compare
 * equal.
 */
public final class StatementText {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'"
              + "|\\$\\d+|\\$\\{[^}]*}|#\\{[^}]*}|%\\(\\w+\\)s|%[sd]|(?<!:):[A-Za-z_]\\w*|\\?\\d*"
              + "|\\b\\d+(?:\\.\\d+)?\\b"
              + "|[A-Za-z_][A-Za-z0-9_]*"
              + "|<>|!=|<=|>=|[=<>(),.*]");
  private static final Pattern WORD = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Set<String> KEYWORDS =
      Set.of(
          "select",
          "from",
          "where",
          "and",
          "or",
          "not",
          "in",
          "is",
          "null",
          "order",
          "by",
          "group",
          "having",
          "limit",
          "offset",
          "join",
          "inner",
          "left",
          "right",
          "outer",
          "full",
          "cross",
          "on",
          "as",
          "asc",
          "desc",
          "distinct",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "insert",
          "into",
          "values",
          "update",
          "set",
          "delete",
          "between",
          "like",
          "ilike",
          "exists",
          "case",
          "when",
          "then",
          "else",
          "end",
          "union",
          "all",
          "with",
          "returning",
          "for",
          "any",
          "using",
          "fetch",
          "first",
          "next",
          "rows",
          "row",
          "only",
          "true",
          "false",
          "interval",
          "now",
          "coalesce",
          "cast",
          "lower",
          "upper",
          "date",
          "timestamp",
          "timestamptz",
          "text",
          "int");

  private StatementText() {}

  /** Lower-case tokens; every parameter and literal is {@code ?}; parentheses and dots dropped. */
  public static List<String> tokens(String sql) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    while (matcher.find()) {
      String token = matcher.group().toLowerCase(Locale.ROOT);
      if (WORD.matcher(token).matches()) {
        tokens.add(token);
      } else if (!"(),.".contains(token)) {
        tokens.add(token.length() <= 2 && "=<>!*".indexOf(token.charAt(0)) >= 0 ? token : "?");
      }
    }
    return tokens;
  }

  /** Names of tables, columns and aliases: words that are not SQL's own. */
  public static Set<String> names(String sql) {
    Set<String> names = new TreeSet<>(tokens(sql));
    names.removeAll(KEYWORDS);
    names.removeIf(name -> !WORD.matcher(name).matches());
    return names;
  }

  /** Whether the tokens of the statement stand in the text in one piece. */
  public static boolean contains(List<String> text, List<String> statement) {
    return !statement.isEmpty() && Collections.indexOfSubList(text, statement) >= 0;
  }

  /**
   * The longest run of the statement's tokens found in the text, as a share of the statement.
   *
   * @return in [0, 1]
   */
  public static double longestShare(List<String> text, List<String> statement) {
    int longest = 0;
    int[] previous = new int[statement.size() + 1];
    for (String token : text) {
      int[] current = new int[statement.size() + 1];
      for (int i = 1; i <= statement.size(); i++) {
        if (token.equals(statement.get(i - 1))) {
          current[i] = previous[i - 1] + 1;
          longest = Math.max(longest, current[i]);
        }
      }
      previous = current;
    }
    return statement.isEmpty() ? 0 : (double) longest / statement.size();
  }
}
