package dev.inquest.app.storage;

/**
 * Untrusted text made fit for storage, pages and logs: bounded, without control characters (line
 * breaks become spaces), without characters that reorder what is read, and without halves of
 * surrogate pairs.
 */
public final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  public static String of(String text, int maxChars) {
    int end = Math.min(text.length(), maxChars);
    StringBuilder out = new StringBuilder(end);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < end
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(clean(c));
      }
    }
    return end < text.length() ? out.append('…').toString() : out.toString();
  }

  private static char clean(char c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return ' ';
    }
    return Character.isISOControl(c) || Character.isSurrogate(c) || reorders(c) ? REPLACEMENT : c;
  }

  /** Whether it is one of Unicode's embeddings, overrides and isolates of direction. */
  public static boolean reorders(char c) {
    return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
  }
}
