package dev.inquest.gate.policy;

/** What any text must satisfy before a person is shown it. */
public final class TextRules {
  private TextRules() {}

  /**
   * Text that looks the same to a human as to a machine: valid Unicode, no control characters but
   * line feed and tab, nothing that changes direction or is invisible.
   *
   * @throws dev.inquest.failure.FailureException {@code text-unsafe} or {@code text-too-long}
   */
  public static void check(String what, String text, int maxChars) {
    if (text.length() > maxChars) {
      throw Refused.because("text-too-long", what, what + " is over " + maxChars + " characters");
    }
    text.codePoints()
        .filter(TextRules::unsafe)
        .findFirst()
        .ifPresent(point -> {
          throw Refused.because(
              "text-unsafe",
              what,
              String.format("%s holds the character U+%04X, which is not allowed", what, point));
        });
  }

  /** As {@link #check}, on one line. */
  public static void checkLine(String what, String text, int maxChars) {
    check(what, text, maxChars);
    if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
      throw Refused.because("text-unsafe", what, what + " must be one line");
    }
    if (text.isBlank()) {
      throw Refused.because("text-empty", what, what + " is empty");
    }
  }

  private static boolean unsafe(int point) {
    if (point == '\n' || point == '\t') {
      return false;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
