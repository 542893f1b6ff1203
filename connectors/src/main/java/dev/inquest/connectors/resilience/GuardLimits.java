package dev.inquest.connectors.resilience;

import java.time.Duration;

/**
 * How hard one system may be asked.
 *
 * @param timeout of one call, waiting for a free place included
 * @param maxConcurrent calls under way at once
 * @param callsPerSecond calls begun in a second
 * @param maxWait how long a call waits for its turn before it is {@code source-busy}
 * @param breakAfter failed calls among the last twice as many that open the breaker
 * @param breakFor how long an open breaker refuses before it tries again
 */
public record GuardLimits(
    Duration timeout,
    int maxConcurrent,
    int callsPerSecond,
    Duration maxWait,
    int breakAfter,
    Duration breakFor) {
  public static final GuardLimits DEFAULT =
      new GuardLimits(
          Duration.ofSeconds(10), 8, 20, Duration.ofSeconds(5), 5, Duration.ofSeconds(15));

  public GuardLimits {
    positive(timeout, "timeout");
    positive(breakFor, "breakFor");
    if (maxWait.isNegative()) {
      throw new IllegalArgumentException("maxWait must not be negative");
    }
    if (maxConcurrent <= 0 || callsPerSecond <= 0 || breakAfter <= 0) {
      throw new IllegalArgumentException(
          "maxConcurrent, callsPerSecond and breakAfter must be positive");
    }
  }

  public GuardLimits withTimeout(Duration other) {
    return new GuardLimits(other, maxConcurrent, callsPerSecond, maxWait, breakAfter, breakFor);
  }

  public GuardLimits withMaxConcurrent(int other) {
    return new GuardLimits(timeout, other, callsPerSecond, maxWait, breakAfter, breakFor);
  }

  public GuardLimits withCallsPerSecond(int other) {
    return new GuardLimits(timeout, maxConcurrent, other, maxWait, breakAfter, breakFor);
  }

  public GuardLimits withMaxWait(Duration other) {
    return new GuardLimits(timeout, maxConcurrent, callsPerSecond, other, breakAfter, breakFor);
  }

  public GuardLimits withBreaker(int after, Duration openFor) {
    return new GuardLimits(timeout, maxConcurrent, callsPerSecond, maxWait, after, openFor);
  }

  private static void positive(Duration value, String what) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(what + " must be positive");
    }
  }
}
