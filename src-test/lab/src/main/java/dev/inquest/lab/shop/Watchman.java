package dev.inquest.lab.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The monitor: a rule such as an alert manager's, on what customers feel. It knows pages and
 * numbers, nothing of releases.
 */
public final class Watchman {
  private static final Duration WINDOW = Duration.ofSeconds(4);
  private static final Duration BASELINE = Duration.ofSeconds(25);
  private static final Duration HOLD = Duration.ofSeconds(3);
  private static final double FACTOR = 3;
  private static final double LEAST_RISE_MS = 10;

  /**
   * A page slower than it should be, for long enough.
   *
   * @param since when the condition first held
   */
  public record Breach(String page, double p95Millis, double baselineMillis, Instant since) {
    double factor() {
      return p95Millis / baselineMillis;
    }
  }

  private final Samples samples;
  private final Clock clock;
  private final Map<String, Double> baseline;
  private final Map<String, Instant> since = new HashMap<>();
  private @Nullable Instant calmSince;

  /**
   * @param baseline p95 in milliseconds by page
   */
  public Watchman(Samples samples, Clock clock, Map<String, Double> baseline) {
    this.samples = samples;
    this.clock = clock;
    this.baseline = Map.copyOf(baseline);
  }

  /** What is normal by now. */
  public static Map<String, Double> baseline(Samples samples) {
    Map<String, Double> normal = new HashMap<>();
    for (String page : samples.pages()) {
      samples.p95(page, BASELINE).ifPresent(p95 -> normal.put(page, p95));
    }
    return normal;
  }

  /** The worst page that is too slow for long enough; to be asked several times a second. */
  public Optional<Breach> breach() {
    return baseline.keySet().stream()
        .flatMap(page -> breach(page).stream())
        .max(Comparator.comparingDouble(Breach::factor));
  }

  private Optional<Breach> breach(String page) {
    double normal = baseline.getOrDefault(page, 0.0);
    OptionalDouble p95 = samples.p95(page, WINDOW);
    if (p95.isEmpty() || p95.getAsDouble() <= limit(normal)) {
      since.remove(page);
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant began = since.computeIfAbsent(page, p -> now);
    return began.plus(HOLD).isAfter(now)
        ? Optional.empty()
        : Optional.of(new Breach(page, p95.getAsDouble(), normal, began));
  }

  /** Whether the page has been within its limit for long enough; to be asked likewise. */
  public boolean calm(String page) {
    Instant now = clock.instant();
    OptionalDouble p95 = samples.p95(page, WINDOW);
    boolean within =
        p95.isPresent() && p95.getAsDouble() <= limit(baseline.getOrDefault(page, 0.0));
    if (!within) {
      calmSince = null;
      return false;
    }
    if (calmSince == null) {
      calmSince = now;
    }
    return !calmSince.plus(HOLD).isAfter(now);
  }

  public OptionalDouble p95(String page) {
    return samples.p95(page, WINDOW);
  }

  private static double limit(double normal) {
    return Math.max(normal * FACTOR, normal + LEAST_RISE_MS);
  }
}
