package dev.inquest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Source text as tokens, whatever the language; comments and layout are none. */
final class CodeTokens {
  /** Strings, numbers, names, then signs. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|`[^`]*`"
              + "|\\d[\\w.]*|[A-Za-z_$][\\w$]*"
              + "|===|!==|<=|>=|==|!=|&&|\\|\\||:=|=>|->|<<|>>|[^\\s\\w]");

  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)(?://|#(?!include)|--\\s).*$");
  private static final Set<String> DECIDING =
      Set.of(
          "<", ">", "<=", ">=", "==", "!=", "===", "!==", "&&", "||", "!", "+", "-", "/", "%", "?",
          "<<", ">>");
  static final Set<String> BRANCHES =
      Set.of(
          "if",
          "else",
          "elif",
          "for",
          "while",
          "switch",
          "case",
          "when",
          "match",
          "try",
          "catch",
          "except",
          "finally",
          "throw",
          "raise",
          "break",
          "continue",
          "defer",
          "go",
          "await",
          "synchronized",
          "yield",
          "goto",
          "unless",
          "until",
          "rescue");
  private static final Set<String> LAYOUT =
      Set.of(
          "return",
          "func",
          "function",
          "def",
          "fn",
          "var",
          "let",
          "const",
          "val",
          "final",
          "static",
          "private",
          "public",
          "protected",
          "async",
          "export",
          "void",
          "new",
          "class",
          "import",
          "from",
          "package",
          "self",
          "this",
          "nil",
          "null",
          "None");

  private CodeTokens() {}

  /** Every token of the lines, comments left out. */
  static List<String> all(List<String> lines) {
    List<String> tokens = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = TOKEN.matcher(COMMENT.matcher(line).replaceFirst(""));
      while (matcher.find()) {
        tokens.add(matcher.group());
      }
    }
    return tokens;
  }

  /** Those that decide what is done: names, literals, operators, branches. */
  static boolean matters(String token) {
    return (isName(token) && !LAYOUT.contains(token))
        || isLiteral(token)
        || DECIDING.contains(token);
  }

  static boolean isName(String token) {
    return Character.isJavaIdentifierStart(token.charAt(0));
  }

  static boolean isLiteral(String token) {
    char first = token.charAt(0);
    return first == '"' || first == '\'' || first == '`' || Character.isDigit(first);
  }

  static boolean decides(String token) {
    return DECIDING.contains(token);
  }

  /** The share of tokens that two lines have in common, in [0, 1] (Dice over sets). */
  static double likeness(String a, String b) {
    Set<String> left = new java.util.HashSet<>(all(List.of(a)));
    Set<String> right = new java.util.HashSet<>(all(List.of(b)));
    int sizes = left.size() + right.size();
    left.retainAll(right);
    return sizes == 0 ? 0 : 2.0 * left.size() / sizes;
  }
}
