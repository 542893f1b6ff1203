package dev.inquest.change;

/** What sort of change; the wire form is the lower-case name. */
public enum ChangeKind {
  DEPLOY,
  COMMIT,
  FLAG,
  CONFIG,
  MIGRATION
}
