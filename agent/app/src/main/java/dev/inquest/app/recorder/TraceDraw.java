package dev.inquest.app.recorder;

import dev.inquest.evidence.TraceQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws traces by strata: time slice × status × latency band. */
final class TraceDraw {
  private static final double FAST_BELOW = 0.5;
  private static final double SLOW_FROM = 0.9;
  private static final long NANOS_IN_MILLI = 1_000_000L;

  private final TraceQuery query;
  private final TraceTable table;
  private final int maxTraces;
  private final Map<Long, Stratum> strata = new HashMap<>();
  private int perStratum;
  private long fastBelow;
  private long slowFrom;

  TraceDraw(TraceQuery query, TraceTable table, int maxTraces) {
    this.query = query;
    this.table = table;
    this.maxTraces = maxTraces;
  }

  /** The strata; together they keep about {@code maxTraces} at most. */
  Collection<Stratum> draw() {
    long[] durations = durations();
    if (durations.length == 0) {
      return strata.values();
    }
    fastBelow = durations[(int) (FAST_BELOW * (durations.length - 1))];
    slowFrom = durations[(int) Math.ceil(SLOW_FROM * (durations.length - 1))];
    int slices = 1 + (int) Math.min(100_000, query.window().length().dividedBy(query.slice()));
    int room = Math.max(1, maxTraces / slices / 2);
    perStratum = Math.min(query.perStratum(), room);
    table.forEachWanted(this::put);
    return strata.values();
  }

  /** What was not done as asked, in words. */
  List<String> warnings() {
    return strata.isEmpty() || perStratum == query.perStratum()
        ? List.of()
        : List.of("of each stratum " + perStratum + " traces are kept, the window has so many");
  }

  private long[] durations() {
    long[][] grown = {new long[64]};
    int[] size = {0};
    table.forEachWanted((trace, start, duration, error) -> {
      if (inWindow(start)) {
        if (size[0] == grown[0].length) {
          grown[0] = Arrays.copyOf(grown[0], 2 * size[0]);
        }
        grown[0][size[0]++] = duration;
      }
    });
    long[] durations = Arrays.copyOf(grown[0], size[0]);
    Arrays.sort(durations);
    return durations;
  }

  private void put(long trace, long start, long duration, boolean error) {
    if (!inWindow(start)) {
      return;
    }
    long from = query.window().from().toEpochMilli();
    long slice = (start / NANOS_IN_MILLI - from) / Math.max(1, query.slice().toMillis());
    int band = duration <= fastBelow ? 0 : duration < slowFrom ? 1 : 2;
    long key = (slice << 3) | (error ? 4 : 0) | band;
    strata
        .computeIfAbsent(key, ignored -> new Stratum(name(slice, error, band), perStratum))
        .add(trace, query.seed());
  }

  private boolean inWindow(long startNanos) {
    return query.window().contains(Instant.ofEpochSecond(0, startNanos));
  }

  private String name(long slice, boolean error, int band) {
    Instant from = query.window().from().plus(query.slice().multipliedBy(slice));
    String latency =
        switch (band) {
          case 0 -> "fast";
          case 1 -> "middle";
          default -> "slow";
        };
    return from + "/" + (error ? "error" : "ok") + "/" + latency;
  }
}
