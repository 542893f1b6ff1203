package dev.inquest.gate.policy;

/** What the linter says of a migration. */
public sealed interface LintResult {
  /**
   * Exactly one index, built beside the running work.
   *
   * @param index its name, as PostgreSQL would store it
   * @param table its table, with the schema where one was named
   */
  record Accepted(String index, String table, boolean unique) implements LintResult {}

  /** Something else, and what. */
  record Refused(String why) implements LintResult {}
}
