package dev.inquest.playbooks.casefile;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import org.jspecify.annotations.Nullable;

/** The failure {@code case-malformed}: a case's file is not of its form. */
final class Malformed {
  private static final int MAX_MESSAGE_CHARACTERS = 300;

  private Malformed() {}

  /**
   * @param line from 1; 0 where the whole file is meant
   */
  static FailureException at(String file, long line, String message, @Nullable Throwable cause) {
    String where = line > 0 ? file + ", line " + line : file;
    return new FailureException(
        Failure.permanent("case-malformed", file, where + ": " + guarded(message)), cause);
  }

  static FailureException at(String file, long line, String message) {
    return at(file, line, message, null);
  }

  /** One line, no control characters, of bounded length: messages may quote untrusted input. */
  static String guarded(String text) {
    String flat = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return flat.length() <= MAX_MESSAGE_CHARACTERS
        ? flat
        : flat.substring(0, MAX_MESSAGE_CHARACTERS) + "…";
  }
}
