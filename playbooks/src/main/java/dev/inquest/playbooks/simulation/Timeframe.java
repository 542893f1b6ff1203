package dev.inquest.playbooks.simulation;

import java.time.Instant;
import java.util.List;

/**
 * When it happens.
 *
 * @param onset the first step in which the fault is there; {@code steps} where there is none
 */
record Timeframe(Instant start, int stepSeconds, int steps, int onset) {
  private static final long DAY_SECONDS = 86_400;
  private static final List<Integer> STEPS = List.of(15, 30, 30, 60, 60, 60, 60, 60);

  Timeframe {
    if (stepSeconds < 1 || steps < 1 || onset < 0 || onset > steps) {
      throw new IllegalArgumentException("no such time: " + steps + " steps, onset " + onset);
    }
  }

  static Timeframe draw(Dice dice, boolean day, double rampSeconds) {
    int step = day ? 300 : dice.pick(STEPS);
    int seconds = day ? dice.between(26, 30) * 3600 : dice.between(60, 90) * 60;
    int after = (int) rampSeconds + (day ? dice.between(30, 60) : dice.between(9, 22)) * 60;
    long date = 20_150L + dice.below(700);
    long start = date * DAY_SECONDS + (long) dice.below(1440) * 60;
    int steps = seconds / step;
    return new Timeframe(
        Instant.ofEpochSecond(start), step, steps, Math.max(steps / 3, steps - after / step));
  }

  Instant at(int step) {
    return start.plusSeconds((long) step * stepSeconds);
  }

  /** The same since the epoch. */
  long millisAt(int step) {
    return start.toEpochMilli() + (long) step * stepSeconds * 1000;
  }

  Instant end() {
    return at(steps);
  }

  /** Of the evidence before the fault. */
  Instant onsetAt() {
    return at(onset);
  }

  double secondOfDay(int step) {
    return at(step).getEpochSecond() % (double) DAY_SECONDS;
  }
}
