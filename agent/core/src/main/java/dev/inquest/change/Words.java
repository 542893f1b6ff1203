package dev.inquest.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names as people write them, in any language: {@code maxRetries, MAX_RETRIES, max-retries}. */
public final class Words {
  private Words() {}

  /** Every name in the text, as written and in order. */
  public static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int from = at++;
      if (isLetter(text.charAt(from))) {
        while (at < text.length() && isOfName(text.charAt(at))) {
          at++;
        }
        names.add(text.substring(from, at));
      }
    }
    return names;
  }

  /** The words of a text, names split at case, underscores and hyphens; lower-case. */
  public static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean inWord = isSmall(text.charAt(i)) || isCapital(text.charAt(i));
      if (!inWord || beginsWord(text, i)) {
        add(parts, text, from, i);
        from = inWord ? i : i + 1;
      }
    }
    add(parts, text, from, text.length());
    return parts;
  }

  /** A capital after what is small, or before a small letter: {@code parse|HTTP|Request}. */
  private static boolean beginsWord(String text, int at) {
    if (at == 0 || !isCapital(text.charAt(at))) {
      return false;
    }
    boolean smallFollows = at + 1 < text.length() && isSmallLetter(text.charAt(at + 1));
    return isSmall(text.charAt(at - 1)) || (isCapital(text.charAt(at - 1)) && smallFollows);
  }

  private static void add(List<String> parts, String text, int from, int to) {
    if (to > from) {
      parts.add(text.substring(from, to).toLowerCase(Locale.ROOT));
    }
  }

  private static boolean isLetter(char c) {
    return isCapital(c) || isSmallLetter(c) || c == '_';
  }

  private static boolean isOfName(char c) {
    return isCapital(c) || isSmall(c) || c == '_';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isSmall(char c) {
    return isSmallLetter(c) || (c >= '0' && c <= '9');
  }

  private static boolean isSmallLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** One spelling for all: {@code maxretries}. */
  public static String folded(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }
}
