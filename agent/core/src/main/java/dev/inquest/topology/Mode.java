package dev.inquest.topology;

/** How far Inquest may go for a service. */
public enum Mode {
  /** Diagnose and report, ask nothing. */
  OBSERVE,
  /** Ask for a change, through the gate. */
  PROPOSE
}
