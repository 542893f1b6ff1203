package dev.inquest.app.recorder;

import dev.inquest.evidence.LogRecord;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Keeps the {@code k} records with the smallest seeded hashes of their place in the log. */
final class LogReservoir {
  private record Drawn(long priority, LogRecord record) {}

  private final int k;
  private final long seed;
  private final PriorityQueue<Drawn> kept =
      new PriorityQueue<>(Comparator.comparingLong(Drawn::priority).reversed());
  private long seen;

  LogReservoir(int k, long seed) {
    this.k = k;
    this.seed = seed;
  }

  /**
   * @param record made only where it is kept
   */
  void add(Supplier<LogRecord> record) {
    long priority = Mix.of(seed, seen++);
    Drawn largest = kept.peek();
    if (kept.size() < k || largest == null || priority < largest.priority()) {
      kept.add(new Drawn(priority, record.get()));
      if (kept.size() > k) {
        kept.poll();
      }
    }
  }

  long seen() {
    return seen;
  }

  /** In order of time. */
  List<LogRecord> records() {
    return kept.stream().map(Drawn::record).sorted(Comparator.comparing(LogRecord::at)).toList();
  }
}
