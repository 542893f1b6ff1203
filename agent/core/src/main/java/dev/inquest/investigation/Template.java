package dev.inquest.investigation;

/**
 * What texts of one sort share: numbers, and words of at least eight hexadecimal digits, become
 * {@code #}. One pass, for every record of an incident is masked.
 */
final class Template {
  private static final int LEAST_HEX = 8;

  private Template() {}

  static String of(String text) {
    StringBuilder out = null;
    int kept = 0;
    int at = 0;
    while (at < text.length()) {
      int end = variable(text, at);
      if (end > at) {
        out = out == null ? new StringBuilder(text.length()) : out;
        out.append(text, kept, at).append('#');
        kept = end;
      }
      at = Math.max(end, at + 1);
    }
    return out == null ? text : out.append(text, kept, text.length()).toString();
  }

  /** Where what varies ends that begins here; not after {@code at} where nothing does. */
  private static int variable(String text, int at) {
    char first = text.charAt(at);
    if (!isHex(first)) {
      return at;
    }
    if (at == 0 || !isWord(text.charAt(at - 1))) {
      int end = hexEnd(text, at);
      if (end - at >= LEAST_HEX && (end == text.length() || !isWord(text.charAt(end)))) {
        return end;
      }
    }
    int end = at;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int hexEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isHex(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isWord(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
