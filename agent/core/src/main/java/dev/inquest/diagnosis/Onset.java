package dev.inquest.diagnosis;

import java.time.Duration;
import java.time.Instant;

/** When it began: an interval, closed, never an instant that nobody can know. */
public record Onset(Instant from, Instant to) {
  public Onset {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("onset ends before it begins: " + from + " .. " + to);
    }
  }

  public Instant midpoint() {
    return from.plus(Duration.between(from, to).dividedBy(2));
  }
}
