package dev.inquest.connectors.postgresql.statement;

/** A text that is not one harmless, readable statement; the message says why. No stack trace. */
public final class UnreadableStatementException extends RuntimeException {
  public UnreadableStatementException(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    String message = getMessage();
    return message == null ? "unreadable" : message;
  }
}
