package dev.inquest.connectors.postgresql.baseline;

import dev.inquest.connectors.postgresql.session.UntestableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the counters of one kind grew before and after a moment. */
public final class CounterShift {
  private static final int MIN_PAIRS_BEFORE = 2;

  private final List<CounterSample> samplesBefore;
  private final Growth before;
  private final Growth after;

  private CounterShift(List<CounterSample> samplesBefore, Growth before, Growth after) {
    this.samplesBefore = samplesBefore;
    this.before = before;
    this.after = after;
  }

  /**
   * Splits samples at a moment. Two neighbours that straddle it belong to neither side, unless
   * nothing later is known: then they stand for "after" and make the shift look smaller than it is.
   *
   * @param samples in time order
   * @throws UntestableException {@code no baseline}, or nothing after the split
   */
  public static CounterShift at(List<CounterSample> samples, Instant split) {
    Growth before = new Growth();
    Growth after = new Growth();
    Growth straddling = new Growth();
    List<CounterSample> samplesBefore = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      CounterSample sample = samples.get(i);
      if (!sample.at().isAfter(split)) {
        samplesBefore.add(sample);
      }
      if (i > 0) {
        CounterSample previous = samples.get(i - 1);
        Growth side =
            !sample.at().isAfter(split)
                ? before
                : previous.at().isBefore(split) ? straddling : after;
        side.add(previous, sample);
      }
    }
    if (before.pairs() < MIN_PAIRS_BEFORE) {
      throw UntestableException.because("no baseline");
    }
    Growth later = after.pairs() > 0 ? after : straddling;
    if (later.pairs() == 0) {
      throw UntestableException.because("no sample after the split");
    }
    return new CounterShift(samplesBefore, before, later);
  }

  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>(after.keys());
    keys.addAll(before.keys());
    return keys;
  }

  public double before(String key, int counter) {
    return before.total(key, counter);
  }

  public double after(String key, int counter) {
    return after.total(key, counter);
  }

  public double secondsBefore() {
    return before.seconds();
  }

  public double secondsAfter() {
    return after.seconds();
  }

  /**
   * Whether a key was first seen after the split; null where that cannot be known, because samples
   * before it left something out and the server does not tell when a counter began.
   */
  public @Nullable Boolean isNew(String key) {
    if (samplesBefore.stream().anyMatch(sample -> sample.counters().containsKey(key))) {
      return false;
    }
    if (samplesBefore.stream().allMatch(CounterSample::complete)) {
      return true;
    }
    long since = after.since(key);
    return since == Counters.UNKNOWN
        ? null
        : Boolean.valueOf(since > samplesBefore.getLast().at().toEpochMilli());
  }
}
