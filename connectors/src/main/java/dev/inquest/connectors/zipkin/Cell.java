package dev.inquest.connectors.zipkin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stretch of time of which all traces are read.
 *
 * @param toMillis exclusive
 * @param weight 1/p, p the probability with which it was chosen: how many like it it stands for
 */
record Cell(long fromMillis, long toMillis, double weight) {
  Cell {
    if (toMillis <= fromMillis || !(weight >= 1)) {
      throw new IllegalArgumentException("a cell has a length and a weight of at least 1");
    }
  }

  long millis() {
    return toMillis - fromMillis;
  }

  boolean contains(long startNanos) {
    long millis = Math.floorDiv(startNanos, 1_000_000L);
    return millis >= fromMillis && millis < toMillis;
  }

  /** Equal parts up to a rounded millisecond; fewer where that would leave one without length. */
  List<Cell> split(int parts) {
    return choose(parts, parts, 0);
  }

  /**
   * Some of so many equal parts, in order, drawn by the seed without replacement: each is as likely
   * and stands for as many as there are to one drawn.
   */
  List<Cell> choose(int parts, int some, long seed) {
    int count = (int) Math.clamp(parts, 1, millis());
    int drawn = Math.clamp(some, 1, count);
    SplittableRandom random = new SplittableRandom(seed ^ (fromMillis * 31 + toMillis));
    List<Cell> cells = new ArrayList<>(drawn);
    int left = drawn;
    for (int i = 0; i < count; i++) {
      // Selection sampling: Knuth, The Art of Computer Programming 2, algorithm S
      if (random.nextInt(count - i) < left) {
        cells.add(part(i, count, weight * count / drawn));
        left--;
      }
    }
    return cells;
  }

  /** How many parts of this length at least there are. */
  int partsOf(Duration length) {
    return Math.clamp(millis() / Math.max(1, length.toMillis()), 1, Integer.MAX_VALUE);
  }

  private Cell part(int number, int count, double heavy) {
    long from = fromMillis + millis() * number / count;
    return new Cell(from, fromMillis + millis() * (number + 1) / count, heavy);
  }
}
