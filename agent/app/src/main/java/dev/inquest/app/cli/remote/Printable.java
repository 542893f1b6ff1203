package dev.inquest.app.cli.remote;

/**
 * Foreign text made fit for a terminal: nothing in it can move the cursor, colour, ring, or turn
 * the direction of writing.
 */
final class Printable {
  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /** On one line. */
  static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(breaks(c) ? ' ' : plain(c)));
    return out.toString();
  }

  /** Line breaks and tabulators stay. */
  static String block(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> out.appendCodePoint(c == '\n' || c == '\t' ? c : plain(c)));
    return out.toString();
  }

  /** JSON stays the same value: what is dangerous stands in strings only, and is escaped there. */
  static String json(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.chars()
        .forEach(unit -> {
          char c = (char) unit;
          if (dangerous(c) && !breaks(c) && !Character.isSurrogate(c)) {
            out.append("\\u").append(String.format("%04x", unit));
          } else {
            out.append(c);
          }
        });
    return out.toString();
  }

  private static int plain(int c) {
    return dangerous(c) ? REPLACEMENT : c;
  }

  private static boolean breaks(int c) {
    return c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean dangerous(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
