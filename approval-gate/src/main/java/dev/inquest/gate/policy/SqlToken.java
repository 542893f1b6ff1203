package dev.inquest.gate.policy;

/**
 * One token of a migration.
 *
 * @param text a word in lower case, a name or string without its quotes, a number or symbol as is
 * @param line counted from 1
 * @param from where it starts in the text
 */
record SqlToken(Kind kind, String text, int line, int from) {
  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SYMBOL
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }
}
