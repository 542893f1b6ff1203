package dev.inquest.connectors.postgresql.baseline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums what counters grew by from sample to sample, resets and evictions accounted for. */
final class Growth {
  private static final double MILLIS = 1_000.0;

  private final Map<String, double[]> totals = new LinkedHashMap<>();
  private final Map<String, Long> since = new HashMap<>();
  private int pairs;
  private double seconds;

  void add(CounterSample earlier, CounterSample later) {
    long from = earlier.at().toEpochMilli();
    long to = later.at().toEpochMilli();
    boolean reset = later.resetMillis() > earlier.resetMillis();
    seconds += (to - (reset ? Math.clamp(later.resetMillis(), from, to) : from)) / MILLIS;
    pairs++;
    later
        .counters()
        .forEach((key, now) -> {
          Counters then = reset ? null : earlier.counters().get(key);
          if (then != null || reset || startedSince(earlier, now)) {
            add(key, then, now);
          }
          since.putIfAbsent(key, now.sinceMillis());
        });
  }

  /** A counter that was not listed before is counted whole only if it really began in between. */
  private static boolean startedSince(CounterSample earlier, Counters now) {
    return now.sinceMillis() == Counters.UNKNOWN
        ? earlier.complete()
        : now.sinceMillis() >= earlier.at().toEpochMilli() || earlier.complete();
  }

  /** A counter that fell was set to zero in between: it grew by what it shows. */
  private void add(String key, @Nullable Counters then, Counters now) {
    double[] sums = totals.computeIfAbsent(key, _ -> new double[now.values().size()]);
    boolean fresh = then == null || now.fellFrom(then);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += now.values().get(i) - (fresh || then == null ? 0.0 : then.values().get(i));
    }
  }

  int pairs() {
    return pairs;
  }

  double seconds() {
    return seconds;
  }

  Set<String> keys() {
    return totals.keySet();
  }

  double total(String key, int counter) {
    double[] sums = totals.get(key);
    return sums == null ? 0.0 : sums[counter];
  }

  long since(String key) {
    return since.getOrDefault(key, Counters.UNKNOWN);
  }
}
