package dev.inquest.app.recorder;

import java.time.Clock;
import java.time.Duration;

/** The times that are believed, and the span that a request covers. */
final class TimeBounds {
  private static final Duration FUTURE = Duration.ofMinutes(10);
  private static final long NANOS = 1_000_000L;

  private final long earliest;
  private final long latest;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  TimeBounds(Clock clock, Duration maxAge) {
    long now = clock.millis();
    this.earliest = now - maxAge.toMillis();
    this.latest = now + FUTURE.toMillis();
  }

  /** Whether a time is believable; if so it counts. */
  boolean take(long epochNanos) {
    long millis = epochNanos / NANOS;
    if (millis < earliest || millis > latest) {
      return false;
    }
    min = Math.min(min, millis);
    max = Math.max(max, millis);
    return true;
  }

  Taken taken(byte[] digest, byte[] body, long rejected, String why) {
    Frame frame = min > max ? null : new Frame(min, max, digest, body);
    return new Taken(frame, rejected, rejected == 0 ? "" : why);
  }
}
