package dev.inquest.ranking;

import dev.inquest.analysis.Symptom;
import dev.inquest.evidence.SeriesId;
import java.util.Locale;

/** In what a node is ill. */
public enum Aspect {
  ERROR,
  LATENCY,
  SATURATION,
  NETWORK,
  STRUCTURE,
  LOG,
  TRAFFIC,
  ALERT,
  OTHER;

  static Aspect of(Symptom symptom) {
    return switch (symptom) {
      case ERROR -> ERROR;
      case LATENCY -> LATENCY;
      case SATURATION, DATABASE -> SATURATION;
      case TRAFFIC -> TRAFFIC;
      case OTHER -> OTHER;
    };
  }

  boolean is(SeriesId id) {
    return of(Symptom.of(id)) == this;
  }

  /** Whether a caller shows it because a callee has it. */
  boolean spreads() {
    return this == ERROR || this == LATENCY;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
