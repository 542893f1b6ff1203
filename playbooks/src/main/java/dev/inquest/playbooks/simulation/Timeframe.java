package dev.inquest.playbooks.simulation;

import java.time.Instant;

/**
 * When it happens.
 *
 * @param onset the first step in which the fault is there; {@code steps} where there is none
 */
record Timeframe(Instant start, int stepSeconds, int steps, int onset) {
  private static final long DAY_SECONDS = 86_400;

  Timeframe {
    if (stepSeconds < 1 || steps < 1 || onset < 0 || onset > steps) {
      throw new IllegalArgumentException("no such time: " + steps + " steps, onset " + onset);
    }
  }

  static Timeframe draw(Dice dice, boolean long_, double rampSeconds) {
    int step = long_ ? 300 : dice.pick(java.util.List.of(15, 15, 30, 30, 60));
    int seconds = long_ ? dice.between(26, 30) * 3600 : dice.between(60, 90) * 60;
    int after = (int) rampSeconds + (long_ ? dice.between(30, 60) : dice.between(9, 22)) * 60;
    long day = 20_150 + dice.below(700);
    long start = day * DAY_SECONDS + (long) dice.below(1440) * 60;
    int steps = seconds / step;
    return new Timeframe(
        Instant.ofEpochSecond(start), step, steps, Math.max(steps / 3, steps - after / step));
  }

  Instant at(int step) {
    return start.plusSeconds((long) step * stepSeconds);
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
