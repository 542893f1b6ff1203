package dev.inquest.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Draws traces by strata of time slice × status × latency band, a reservoir each (Vitter's
 * algorithm R, 1985); the seed and the traces decide the draw, not their order.
 */
public final class TraceDraw {
  private static final double FAST_BELOW = 0.5;
  private static final double SLOW_FROM = 0.9;

  private final TraceQuery query;

  public TraceDraw(TraceQuery query) {
    this.query = query;
  }

  /** A trace's own weight is kept and multiplied by that of the draw. */
  public List<SampledTrace> draw(List<SampledTrace> traces) {
    SortedMap<String, List<SampledTrace>> strata = new TreeMap<>();
    long[] durations = traces.stream().mapToLong(TraceDraw::duration).sorted().toArray();
    traces.stream()
        .sorted(Comparator.comparing((SampledTrace t) -> t.spans().getFirst().traceId()))
        .forEach(t -> strata.computeIfAbsent(stratum(t, durations), s -> new ArrayList<>()).add(t));
    List<SampledTrace> drawn = new ArrayList<>();
    strata.forEach((name, members) -> drawn.addAll(reservoir(name, members)));
    return drawn;
  }

  private List<SampledTrace> reservoir(String name, List<SampledTrace> members) {
    SplittableRandom random = new SplittableRandom(query.seed() ^ name.hashCode());
    List<SampledTrace> kept = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      if (kept.size() < query.perStratum()) {
        kept.add(members.get(i));
      } else {
        int at = random.nextInt(i + 1);
        if (at < kept.size()) {
          kept.set(at, members.get(i));
        }
      }
    }
    double weight = (double) members.size() / kept.size();
    return kept.stream()
        .map(trace -> new SampledTrace(trace.spans(), trace.weight() * weight, name))
        .toList();
  }

  private String stratum(SampledTrace trace, long[] durations) {
    Instant begun = Instant.ofEpochSecond(0, trace.spans().getFirst().startNanos());
    long slice = Duration.between(query.window().from(), begun).dividedBy(query.slice());
    Instant from = query.window().from().plus(query.slice().multipliedBy(slice));
    String status = trace.spans().stream().anyMatch(Span::error) ? "error" : "ok";
    return from + "/" + status + "/" + band(duration(trace), durations);
  }

  private static String band(long duration, long[] durations) {
    if (duration <= durations[(int) (FAST_BELOW * (durations.length - 1))]) {
      return "fast";
    }
    boolean slow = duration >= durations[(int) Math.ceil(SLOW_FROM * (durations.length - 1))];
    return slow ? "slow" : "middle";
  }

  private static long duration(SampledTrace trace) {
    long start = trace.spans().getFirst().startNanos();
    return trace.spans().stream().mapToLong(Span::endNanos).max().orElse(start) - start;
  }
}
