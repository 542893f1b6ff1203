package dev.inquest.proposal;

/** The accepted shapes; each is recomputed by the gate. */
public enum ProposalKind {
  /** New files only, in the configured folder, passing the linter. */
  MIGRATION,
  /** A tree identical to the gate's own revert of the named commit. */
  REVERT,
  /** One value on an allow-listed path and key. */
  CONFIG,
  /** Files of the playbook repository. */
  PLAYBOOK
}
