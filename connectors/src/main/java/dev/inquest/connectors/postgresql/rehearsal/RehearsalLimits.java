package dev.inquest.connectors.postgresql.rehearsal;

import java.time.Duration;

/**
 * What a rehearsal may cost.
 *
 * @param maxRows copied from one table; a larger one is sampled
 * @param maxBytes copied from all tables together
 * @param maxTables a statement may read
 * @param draws of parameter values; the median of as many runs counts
 * @param statementTimeout of one statement in the scratch database
 * @param total after which no further step is begun
 */
public record RehearsalLimits(
    long maxRows,
    long maxBytes,
    int maxTables,
    int draws,
    Duration statementTimeout,
    Duration total) {
  public static final RehearsalLimits DEFAULT =
      new RehearsalLimits(200_000, 128L << 20, 6, 5, Duration.ofSeconds(3), Duration.ofSeconds(10));

  public RehearsalLimits {
    if (maxRows <= 0 || maxBytes <= 0 || maxTables <= 0 || draws <= 0) {
      throw new IllegalArgumentException("a rehearsal's limits must be positive");
    }
  }

  public RehearsalLimits withMaxRows(long other) {
    return new RehearsalLimits(other, maxBytes, maxTables, draws, statementTimeout, total);
  }

  public RehearsalLimits withMaxBytes(long other) {
    return new RehearsalLimits(maxRows, other, maxTables, draws, statementTimeout, total);
  }
}
