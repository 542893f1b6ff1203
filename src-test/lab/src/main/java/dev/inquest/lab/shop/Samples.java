package dev.inquest.lab.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What customers felt: latency from the moment a request was due. Thread-safe. */
public final class Samples {
  private static final Duration KEPT = Duration.ofMinutes(5);

  private record Sample(Instant due, String page, double millis, boolean failed) {}

  private final Deque<Sample> samples = new ConcurrentLinkedDeque<>();
  private final Clock clock;

  Samples(Clock clock) {
    this.clock = clock;
  }

  void add(Instant due, String page, double millis, boolean failed) {
    samples.addLast(new Sample(due, page, millis, failed));
    Instant old = clock.instant().minus(KEPT);
    samples.removeIf(sample -> sample.due().isBefore(old));
  }

  public Set<String> pages() {
    Set<String> pages = new TreeSet<>();
    samples.forEach(sample -> pages.add(sample.page()));
    return pages;
  }

  /**
   * In milliseconds, of the requests due within the last so long; empty where there are fewer than
   * 10.
   */
  public OptionalDouble p95(String page, Duration last) {
    Instant from = clock.instant().minus(last);
    double[] millis =
        samples.stream()
            .filter(sample -> sample.page().equals(page) && !sample.due().isBefore(from))
            .mapToDouble(Sample::millis)
            .toArray();
    if (millis.length < 10) {
      return OptionalDouble.empty();
    }
    Arrays.sort(millis);
    return OptionalDouble.of(millis[(int) Math.ceil(millis.length * 0.95) - 1]);
  }

  public long failures() {
    return samples.stream().filter(Sample::failed).count();
  }
}
