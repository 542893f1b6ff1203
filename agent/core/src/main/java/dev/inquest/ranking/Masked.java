package dev.inquest.ranking;

/**
 * The first words of a text with everything that varies masked (after Drain; He, Zhu, Zheng and
 * Lyu, 2017): what is quoted or in brackets, and words with a digit in them. By hand, for every
 * record of an incident is masked.
 */
final class Masked {
  private static final int MAX_WORDS = 8;

  private Masked() {}

  static String of(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = variable(text, at);
      masked.append(end > at ? '*' : text.charAt(at));
      at = Math.max(end, at + 1);
    }
    return firstWords(masked.toString().strip());
  }

  /** Where what varies ends that begins here; {@code at} where nothing does. */
  private static int variable(String text, int at) {
    char first = text.charAt(at);
    int closed =
        switch (first) {
          case '"', '\'' -> text.indexOf(first, at + 1);
          case '[', '(', '{' -> closing(text, at + 1);
          default -> -1;
        };
    return closed >= 0 ? closed + 1 : numbered(text, at);
  }

  /** Any closing bracket will do; -1 where none follows. */
  private static int closing(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ']' || c == ')' || c == '}') {
        return i;
      }
    }
    return -1;
  }

  /** The end of the word if a digit is in it from here on; else {@code at}. */
  private static int numbered(String text, int at) {
    boolean digit = false;
    int end = at;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      char c = text.charAt(end++);
      digit |= c >= '0' && c <= '9';
    }
    return digit ? end : at;
  }

  private static String firstWords(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int words = 1;
    for (int i = 0; i < text.length() && words <= MAX_WORDS; i++) {
      if (!isSpace(text.charAt(i))) {
        out.append(text.charAt(i));
      } else if (!isSpace(text.charAt(i + 1)) && words++ < MAX_WORDS) {
        out.append(' ');
      }
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
