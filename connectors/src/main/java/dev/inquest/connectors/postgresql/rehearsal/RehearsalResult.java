package dev.inquest.connectors.postgresql.rehearsal;

/**
 * What was measured on the copy.
 *
 * @param sampleRows rows of the indexed table in the copy
 * @param tableRows rows of the table itself, as the server estimates
 * @param before without the index
 * @param after with it
 * @param buildMs how long the copy's index took
 */
public record RehearsalResult(
    long sampleRows,
    long tableRows,
    Measured before,
    Measured after,
    double buildMs,
    long indexBytes) {
  /**
   * Medians over the draws.
   *
   * @param blocks shared blocks hit or read in one run
   * @param indexUsed by most of the plans
   */
  public record Measured(double ms, double blocks, boolean indexUsed) {}
}
