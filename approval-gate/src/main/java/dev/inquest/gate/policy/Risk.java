package dev.inquest.gate.policy;

import java.util.Locale;
import java.util.Optional;

/** How much a change can break, in rising order; the policy says who may approve which. */
public enum Risk {
  LOW,
  MEDIUM,
  HIGH;

  /** The lower-case name, as stored and shown. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Risk atLeast(Risk other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public static Optional<Risk> parse(String text) {
    for (Risk risk : values()) {
      if (risk.text().equals(text)) {
        return Optional.of(risk);
      }
    }
    return Optional.empty();
  }
}
