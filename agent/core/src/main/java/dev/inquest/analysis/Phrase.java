package dev.inquest.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern with letters that no match of it can do without: where a text lacks them, which is
 * nearly always, the pattern need not be tried at every place.
 *
 * @param needle in lower case; empty where none is sure
 * @param pattern matches either case
 */
record Phrase(String needle, Pattern pattern) {
  private static final String QUANTIFIERS = "?*{";

  /** One phrase an alternative: a text matches the pattern where it matches any of them. */
  static List<Phrase> alternatives(String pattern) {
    List<Phrase> phrases = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= pattern.length(); i++) {
      char c = i < pattern.length() ? pattern.charAt(i) : '|';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        phrases.add(of(pattern.substring(from, i)));
        from = i + 1;
      }
    }
    return List.copyOf(phrases);
  }

  private static Phrase of(String pattern) {
    return new Phrase(needle(pattern), Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
  }

  /**
   * @param lower the text in lower case
   */
  boolean isIn(String text, String lower) {
    return lower.contains(needle) && pattern.matcher(text).find();
  }

  /** The longest run of plain characters outside of groups, classes and what may be missing. */
  private static String needle(String pattern) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int next = after(pattern, at);
      char c = pattern.charAt(at);
      boolean optional = next < pattern.length() && QUANTIFIERS.indexOf(pattern.charAt(next)) >= 0;
      if (next == at + 1 && isPlain(c) && !optional) {
        run.append(c);
        longest = run.length() > longest.length() ? run.toString() : longest;
      } else {
        run.setLength(0);
      }
      at = next;
    }
    return longest.toLowerCase(Locale.ROOT);
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c) || " -_/".indexOf(c) >= 0;
  }

  /** Where the next part begins: a character, an escape, a class or a group. */
  private static int after(String pattern, int at) {
    return switch (pattern.charAt(at)) {
      case '\\' -> at + 2;
      case '[' -> pattern.indexOf(']', at) + 1;
      case '(' -> closing(pattern, at) + 1;
      case '{' -> pattern.indexOf('}', at) + 1;
      default -> at + 1;
    };
  }

  private static int closing(String pattern, int open) {
    int depth = 0;
    for (int i = open; i < pattern.length(); i++) {
      depth += pattern.charAt(i) == '(' ? 1 : pattern.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("a group does not end: " + pattern);
  }
}
