package dev.inquest.gate.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How often somebody may guess: 5 failures a name and 20 an address in 5 minutes. Forgets the
 * oldest where it would grow too large. Thread-safe.
 */
final class LoginLimiter {
  private static final int PER_NAME = 5;
  private static final int PER_ADDRESS = 20;
  private static final int MAX_KEYS = 10_000;
  private static final Duration SPAN = Duration.ofMinutes(5);

  private final Clock clock;
  private final Map<String, Count> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MAX_KEYS;
        }
      };

  private record Count(Instant since, int number) {}

  LoginLimiter(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean blocked(String name, String address) {
    return count(nameKey(name)) >= PER_NAME || count(addressKey(address)) >= PER_ADDRESS;
  }

  synchronized void failed(String name, String address) {
    add(nameKey(name));
    add(addressKey(address));
  }

  synchronized void succeeded(String name) {
    failures.remove(nameKey(name));
  }

  private void add(String key) {
    Instant now = clock.instant();
    failures.merge(
        key,
        new Count(now, 1),
        (old, first) -> fresh(old) ? new Count(old.since(), old.number() + 1) : first);
  }

  private int count(String key) {
    Count count = failures.get(key);
    return count != null && fresh(count) ? count.number() : 0;
  }

  private boolean fresh(Count count) {
    return clock.instant().isBefore(count.since().plus(SPAN));
  }

  private static String nameKey(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return "name " + lower.substring(0, Math.min(lower.length(), 100));
  }

  private static String addressKey(String address) {
    return "address " + address;
  }
}
