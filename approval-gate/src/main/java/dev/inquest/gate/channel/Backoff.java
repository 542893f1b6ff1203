package dev.inquest.gate.channel;

import java.time.Duration;

/** How long to wait before a channel is tried again: 1 s, 2 s, 4 s … 64 s. */
final class Backoff {
  private Backoff() {}

  static Duration after(int attempts) {
    return Duration.ofSeconds(1L << Math.min(attempts, 6));
  }
}
