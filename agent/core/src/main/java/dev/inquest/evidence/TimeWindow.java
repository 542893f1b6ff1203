package dev.inquest.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time {@code [from, to)}; never empty. */
public record TimeWindow(Instant from, Instant to) {
  public TimeWindow {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("window ends before it begins: " + from + " .. " + to);
    }
  }

  public boolean contains(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  public Duration length() {
    return Duration.between(from, to);
  }
}
