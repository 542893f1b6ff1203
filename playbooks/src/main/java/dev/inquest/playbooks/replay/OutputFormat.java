package dev.inquest.playbooks.replay;

import java.util.Locale;

/** How an answer is shown; spelled in lower case on the command line. */
public enum OutputFormat {
  TEXT,
  JSON,
  MD;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
