package dev.inquest.connectors.postgresql.session;

/**
 * A question that the database, its statistics or our own rules do not let us answer. Its message
 * is the whole answer, e.g. {@code untestable (no baseline)}. It is an outcome, not a fault: it
 * carries no stack trace.
 */
public final class UntestableException extends RuntimeException {
  public UntestableException(String sentence) {
    super(sentence, null, false, false);
  }

  /** {@code untestable (reason)}. */
  public static UntestableException because(String reason) {
    return new UntestableException("untestable (" + reason + ")");
  }

  /** {@code untestable (what: reason)}. */
  public static UntestableException of(String what, String reason) {
    return because(what + ": " + reason);
  }

  /** The answer to give. */
  public String sentence() {
    String message = getMessage();
    return message == null ? "untestable" : message;
  }

  /** The same, said of a larger whole: {@code untestable (what: reason)}. */
  public UntestableException within(String what) {
    String sentence = sentence();
    String prefix = "untestable (";
    String reason =
        sentence.startsWith(prefix) && sentence.endsWith(")")
            ? sentence.substring(prefix.length(), sentence.length() - 1)
            : sentence;
    return reason.startsWith(what + ": ") ? this : of(what, reason);
  }
}
