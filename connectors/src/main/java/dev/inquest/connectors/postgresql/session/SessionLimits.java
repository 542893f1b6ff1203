package dev.inquest.connectors.postgresql.session;

import java.time.Duration;

/**
 * What one read-only transaction may cost the database and us.
 *
 * @param statementTimeout the server ends a longer statement
 * @param lockTimeout the server ends a longer wait for a lock
 * @param maxRows read from one statement; the rest is left
 * @param maxBytes characters of text read from one statement
 */
public record SessionLimits(
    Duration statementTimeout, Duration lockTimeout, int maxRows, int maxBytes) {
  public static final SessionLimits DEFAULT =
      new SessionLimits(Duration.ofSeconds(3), Duration.ofMillis(200), 2_000, 4 << 20);

  public SessionLimits {
    if (statementTimeout.toMillis() <= 0 || lockTimeout.toMillis() <= 0) {
      throw new IllegalArgumentException("timeouts must be at least a millisecond");
    }
    if (maxRows <= 0 || maxBytes <= 0) {
      throw new IllegalArgumentException("maxRows and maxBytes must be positive");
    }
  }

  public SessionLimits withStatementTimeout(Duration other) {
    return new SessionLimits(other, lockTimeout, maxRows, maxBytes);
  }
}
