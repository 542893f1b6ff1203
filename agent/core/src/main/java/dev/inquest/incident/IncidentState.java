package dev.inquest.incident;

/** Where an incident stands. */
public enum IncidentState {
  /** At least one alert fires, or recovery was not yet seen. */
  OPEN,
  /** Every alert resolved and, where something shifted, it returned. */
  RESOLVED,
  /** Stored and shown, not investigated: a suppression matched. */
  SUPPRESSED
}
