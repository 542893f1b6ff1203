package dev.inquest.hypothesis;

/** What must change back or be mended; the wire form is the lower-case name. */
public enum CauseKind {
  COMMIT,
  DEPLOY,
  CONFIG,
  MIGRATION,
  FLAG,
  DATABASE,
  RESOURCE,
  DEPENDENCY,
  TRAFFIC,
  EXTERNAL,
  INFRASTRUCTURE,
  DATA
}
