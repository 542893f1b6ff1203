package dev.inquest.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions in which something repeated is repeated as a whole, {@code (a+)*}: against
 * some texts most engines try exponentially many ways before they give up.
 */
final class Backtracking {
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"|'((?:[^'\\\\]++|\\\\.)*+)'|`([^`]*+)`");
  private static final Pattern SLASHED = Pattern.compile("[=(,:\\s]/((?:[^/\\\\]++|\\\\.)++)/");
  private static final Pattern EXPRESSION =
      Pattern.compile("(?i)\\bpattern|regex|\\bre\\.|\\bmatch");

  private Backtracking() {}

  /** How many of the lines hold such an expression. */
  static long count(List<String> lines) {
    return lines.stream().filter(Backtracking::holds).count();
  }

  private static boolean holds(String line) {
    return literal(SLASHED.matcher(line))
        || (EXPRESSION.matcher(line).find() && literal(QUOTED.matcher(line)));
  }

  private static boolean literal(Matcher literals) {
    while (literals.find()) {
      for (int group = 1; group <= literals.groupCount(); group++) {
        String text = literals.group(group);
        if (text != null && repeatsTheRepeated(text)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One pass: for each open group, whether something in it is repeated. */
  static boolean repeatsTheRepeated(String expression) {
    Deque<Boolean> open = new ArrayDeque<>(List.of(false));
    boolean inSet = false;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inSet) {
        inSet = c != ']';
      } else if (c == '[') {
        inSet = true;
      } else if (c == '(') {
        open.push(false);
      } else if (c == ')' && open.size() > 1) {
        boolean inner = open.pop();
        boolean repeated = repeats(expression, i + 1);
        if (inner && repeated) {
          return true;
        }
        open.push(open.pop() || inner || repeated);
      } else if (repeats(expression, i)) {
        open.pop();
        open.push(true);
      }
    }
    return false;
  }

  private static boolean repeats(String expression, int at) {
    if (at >= expression.length()) {
      return false;
    }
    char c = expression.charAt(at);
    return c == '+'
        || c == '*'
        || (c == '{' && expression.indexOf(",}", at) == bound(expression, at));
  }

  /** Where the digits after an opening brace end. */
  private static int bound(String expression, int open) {
    int at = open + 1;
    while (at < expression.length() && Character.isDigit(expression.charAt(at))) {
      at++;
    }
    return at;
  }
}
