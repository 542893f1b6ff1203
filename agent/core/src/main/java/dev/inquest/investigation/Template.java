package dev.inquest.investigation;

/**
 * What texts of one sort share: numbers, and words of at least eight hexadecimal digits, become
 * {@code #}. One pass, for every record of an incident is masked.
 */
final class Template {
  private static final int LEAST_HEX = 8;

  private static final byte DIGIT = 1;
  private static final byte HEX = 2;
  private static final byte WORD = 4;

  /** What each ASCII character may be; no other is any of it. */
  private static final byte[] SORTS = sorts();

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
    return is(c, HEX);
  }

  private static boolean isWord(char c) {
    return is(c, WORD);
  }

  private static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  private static boolean is(char c, byte what) {
    return c < SORTS.length && (SORTS[c] & what) != 0;
  }

  private static byte[] sorts() {
    byte[] sorts = new byte[128];
    for (char c = 0; c < sorts.length; c++) {
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      sorts[c] =
          (byte) ((digit ? DIGIT : 0) | (hex ? HEX : 0) | (digit || letter || c == '_' ? WORD : 0));
    }
    return sorts;
  }
}
