package dev.inquest.ranking;

import dev.inquest.diagnosis.Onset;
import dev.inquest.evidence.SampledTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which traces tell of before and which of the incident. Where they come in two recordings with a
 * long pause between, the first is the reference; else the onset parts them, or where none is known
 * some time before the alert.
 */
record TraceSides(List<SampledTrace> before, List<SampledTrace> after) {
  private static final long LEAST_PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final int MIN_TRACES = 10;

  static TraceSides of(
      List<SampledTrace> traces,
      Instant alertedAt,
      @Nullable Onset onset,
      RankSettings.Traces settings) {
    long cut = cut(traces, alertedAt, onset, settings);
    return new TraceSides(
        traces.stream().filter(t -> start(t) < cut).toList(),
        traces.stream().filter(t -> start(t) >= cut).toList());
  }

  /** Whether both sides hold enough to compare. */
  boolean comparable() {
    return before.size() >= MIN_TRACES && after.size() >= MIN_TRACES;
  }

  private static long cut(
      List<SampledTrace> traces,
      Instant alertedAt,
      @Nullable Onset onset,
      RankSettings.Traces settings) {
    long[] starts = traces.stream().mapToLong(TraceSides::start).sorted().toArray();
    int widest = widest(starts);
    if (widest > 0 && isPause(starts, widest, settings)) {
      return starts[widest];
    }
    return nanos(onset != null ? onset.from() : alertedAt.minus(settings.recent()));
  }

  /** Index after the widest gap; 0 where there are too few. */
  private static int widest(long[] starts) {
    int widest = 0;
    for (int i = MIN_TRACES; i <= starts.length - MIN_TRACES; i++) {
      boolean wider =
          widest == 0 || starts[i] - starts[i - 1] > starts[widest] - starts[widest - 1];
      widest = wider ? i : widest;
    }
    return widest;
  }

  private static boolean isPause(long[] starts, int at, RankSettings.Traces settings) {
    long[] gaps = new long[starts.length - 1];
    for (int i = 1; i < starts.length; i++) {
      gaps[i - 1] = starts[i] - starts[i - 1];
    }
    Arrays.sort(gaps);
    long usual = gaps[(int) (0.9 * (gaps.length - 1))];
    long gap = starts[at] - starts[at - 1];
    return gap >= LEAST_PAUSE_NANOS && gap >= settings.referenceGap() * usual;
  }

  static long start(SampledTrace trace) {
    return trace.spans().getFirst().startNanos();
  }

  private static long nanos(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
  }
}
