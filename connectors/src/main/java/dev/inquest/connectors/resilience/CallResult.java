package dev.inquest.connectors.resilience;

import java.util.Locale;

/** How a call to a system ended; the label {@code result} of its metric. */
public enum CallResult {
  OK,
  /** No answer in time. */
  TIMEOUT,
  /** The system could not be reached, or said that it is not able to answer. */
  UNAVAILABLE,
  /** A budget of ours or theirs is used up for now. */
  BUSY,
  /** It answered in a form that cannot be read. */
  NONSENSE,
  /** Not asked: its last calls failed and the breaker is open. */
  SKIPPED,
  /** The system understood and refused: a wrong token, an unknown project. */
  REFUSED;

  /** The label's value. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
