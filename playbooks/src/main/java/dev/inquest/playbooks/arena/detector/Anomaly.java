package dev.inquest.playbooks.arena.detector;

import java.util.Locale;

/** What may happen to a series. Each is drawn as often as any other. */
enum Anomaly {
  /** Nothing; twice, as most series are clean. */
  CLEAN,
  STILL_CLEAN,
  /** A few rows far above. */
  SPIKE,
  /** A few rows far below. */
  DIP,
  /** Another level from here on. */
  LEVEL_SHIFT,
  /** Another level for a while. */
  PLATEAU,
  /** It creeps to another level. */
  DRIFT,
  /** From here on it grows or shrinks. */
  TREND_BREAK,
  /** The noise is louder for a while. */
  NOISIER,
  /** The noise is softer for a while. */
  CALMER,
  /** The same value again and again. */
  FROZEN,
  /** A cycle or two do not come. */
  MISSING_CYCLE,
  /** Many rows in a row of what is rare. */
  BURST,
  /** It falls to its floor for a while. */
  OUTAGE;

  private static final Anomaly[] ALL = values();

  /** The first draw of a series, so that a seed's class is cheap to tell. */
  static Anomaly of(Luck luck) {
    return luck.pick(ALL);
  }

  boolean clean() {
    return this == CLEAN || this == STILL_CLEAN;
  }

  /** E.g. {@code level-shift}. */
  String taskClass() {
    return clean() ? "clean" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
