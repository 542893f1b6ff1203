package dev.inquest.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws traces by strata of time slice × status × latency band. Within a stratum every trace has
 * the same chance: those with the smallest hashes of their id and the seed are kept, a bottom-k
 * sample (Cohen and Kaplan, 2007). So the seed and the traces decide the draw, not their order.
 */
public final class TraceDraw {
  private static final double FAST_BELOW = 0.5;
  private static final double SLOW_FROM = 0.9;

  private final TraceQuery query;
  private final int maxTraces;
  private final long fromNanos;
  private final long sliceNanos;
  private long fastUpTo;
  private long slowFrom;

  public TraceDraw(TraceQuery query) {
    this(query, Integer.MAX_VALUE);
  }

  /**
   * @param maxTraces kept in all; where strata are so many that one trace of each is more, that one
   */
  public TraceDraw(TraceQuery query, int maxTraces) {
    if (maxTraces < 1) {
      throw new IllegalArgumentException("a draw of " + maxTraces + " traces");
    }
    this.query = query;
    this.maxTraces = maxTraces;
    this.fromNanos = ChronoUnit.NANOS.between(Instant.EPOCH, query.window().from());
    this.sliceNanos = Math.max(1, query.slice().toNanos());
  }

  /** A trace's own weight is kept and multiplied by that of the draw. */
  public List<SampledTrace> draw(List<SampledTrace> traces) {
    if (traces.isEmpty()) {
      return List.of();
    }
    // each trace is looked at once: most of many are not drawn, and memory is slow
    List<TraceOutline> outlines = new ArrayList<>(traces.size());
    long[] hashes = new long[traces.size()];
    for (SampledTrace trace : traces) {
      hashes[outlines.size()] = SeededHash.of(trace.spans().getFirst().traceId(), query.seed());
      outlines.add(TraceOutline.of(trace));
    }
    bands(outlines);
    Map<Long, Reservoir> strata = new HashMap<>();
    Reservoir[] of = new Reservoir[outlines.size()];
    for (int i = 0; i < of.length; i++) {
      long key = stratum(outlines.get(i));
      of[i] = strata.computeIfAbsent(key, k -> new Reservoir(name(k)));
      of[i].expectOne();
    }
    int each = Math.min(query.perStratum(), each(strata.values()));
    for (int i = 0; i < of.length; i++) {
      of[i].offer(traces.get(i), hashes[i], each);
    }
    List<SampledTrace> drawn = new ArrayList<>();
    strata.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(stratum -> stratum.getValue().drainTo(drawn));
    return Collections.unmodifiableList(drawn);
  }

  /** The largest reservoir with which all strata together stay within the bound; at least one. */
  private int each(Collection<Reservoir> strata) {
    int[] sizes = strata.stream().mapToInt(Reservoir::expected).sorted().toArray();
    long room = maxTraces;
    for (int i = 0; i < sizes.length; i++) {
      int left = sizes.length - i;
      if (sizes[i] > room / left) {
        return (int) Math.max(1, room / left);
      }
      room -= sizes[i];
    }
    return sizes[sizes.length - 1];
  }

  private void bands(List<TraceOutline> outlines) {
    long[] sorted = outlines.stream().mapToLong(TraceOutline::durationNanos).sorted().toArray();
    fastUpTo = sorted[(int) (FAST_BELOW * (sorted.length - 1))];
    slowFrom = sorted[(int) Math.ceil(SLOW_FROM * (sorted.length - 1))];
  }

  /** Slice, then status, then band, packed so that they sort in that order. */
  private long stratum(TraceOutline trace) {
    long slice = Math.floorDiv(trace.startNanos() - fromNanos, sliceNanos);
    int band = trace.durationNanos() <= fastUpTo ? 0 : trace.durationNanos() < slowFrom ? 1 : 2;
    return (slice << 3) | (trace.failed() ? 0 : 4) | band;
  }

  private String name(long key) {
    String status = (key & 4) == 0 ? "error" : "ok";
    String band =
        switch ((int) (key & 3)) {
          case 0 -> "fast";
          case 1 -> "middle";
          default -> "slow";
        };
    return query.window().from().plusNanos((key >> 3) * sliceNanos) + "/" + status + "/" + band;
  }
}
