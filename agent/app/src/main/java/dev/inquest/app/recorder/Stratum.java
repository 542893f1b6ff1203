package dev.inquest.app.recorder;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Traces of one time slice, status and latency band, of which the {@code k} with the smallest
 * seeded hashes are kept: a uniform sample without replacement that does not depend on order.
 */
final class Stratum {
  private record Drawn(long priority, long trace) {}

  private final String name;
  private final int k;
  private final PriorityQueue<Drawn> kept =
      new PriorityQueue<>(Comparator.comparingLong(Drawn::priority).reversed());
  private long seen;

  Stratum(String name, int k) {
    this.name = name;
    this.k = k;
  }

  void add(long trace, long seed) {
    seen++;
    kept.add(new Drawn(priority(trace, seed), trace));
    if (kept.size() > k) {
      kept.poll();
    }
  }

  /** Whatever is drawn of traces in this order meets in the same ones. */
  static long priority(long trace, long seed) {
    return Mix.of(seed, trace);
  }

  String name() {
    return name;
  }

  long seen() {
    return seen;
  }

  /** Traces of the stratum a kept one stands for, itself included. */
  double weight() {
    return (double) seen / kept.size();
  }

  long[] traces() {
    return kept.stream().mapToLong(Drawn::trace).toArray();
  }
}
