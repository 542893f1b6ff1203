package dev.inquest.app.serve;

import java.time.Duration;

/** How long to wait before the next start of what keeps dying: doubling, bounded. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A process that lived this long starts afresh. */
  private static final Duration WELL = Duration.ofMinutes(2);

  private Duration next = FIRST;

  Duration after(Duration lived) {
    if (lived.compareTo(WELL) >= 0) {
      next = FIRST;
    }
    Duration wait = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }
}
