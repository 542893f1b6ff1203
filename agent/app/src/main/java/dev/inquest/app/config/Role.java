package dev.inquest.app.config;

import java.util.Locale;

/** Which of the two processes. */
public enum Role {
  AGENT,
  GATE;

  /** The value of {@code inquest.role}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
