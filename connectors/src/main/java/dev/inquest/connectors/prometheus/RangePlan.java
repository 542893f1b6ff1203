package dev.inquest.connectors.prometheus;

import dev.inquest.evidence.MetricQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which families are read, at which step, in which pieces of time. Steps lie on multiples of the
 * step since the epoch, so that the same question later gives the same points.
 *
 * @param warnings what had to be left out or made coarser
 */
record RangePlan(
    List<Family> families,
    Duration step,
    List<Piece> pieces,
    List<String> warnings,
    boolean truncated) {
  /** What Prometheus gives of a series at most. */
  static final int MAX_POINTS_A_SERIES = 11_000;

  /** Fewer points than these show no shift: rather fewer series. */
  private static final int MIN_POINTS_A_SERIES = 60;

  /** Both ends are asked. */
  record Piece(long fromSecond, long toSecond) {}

  static RangePlan of(MetricQuery query, Duration finest, List<Family> all) {
    List<String> warnings = new ArrayList<>();
    long step = Math.max(1, Math.max(query.step().toSeconds(), finest.toSeconds()));
    long length = query.window().length().toSeconds();
    long fewest = Math.clamp(length / step, 1, MIN_POINTS_A_SERIES);
    long room = Math.max(1, query.maxPoints() / fewest);
    List<Family> kept = fitting(all, Math.min(room, query.maxSeries()), warnings);
    long series = Math.max(1, kept.stream().mapToLong(Family::series).sum());
    long wanted = (length / step + 1) * series;
    if (wanted > query.maxPoints()) {
      step = Math.ceilDiv(length, Math.max(1, query.maxPoints() / series - 1));
      warnings.add("the step is " + step + " s, to stay below " + query.maxPoints() + " points");
    }
    return new RangePlan(
        kept, Duration.ofSeconds(step), pieces(query, step), warnings, kept.size() < all.size());
  }

  private static List<Family> fitting(List<Family> all, long maxSeries, List<String> warnings) {
    List<Family> kept = new ArrayList<>();
    long series = 0;
    for (Family family : all) {
      if (series + family.series() <= maxSeries) {
        series += family.series();
        kept.add(family);
      }
    }
    if (kept.size() < all.size()) {
      warnings.add(
          (all.size() - kept.size()) + " metrics are left out: more than " + maxSeries + " series");
    }
    return kept;
  }

  private static List<Piece> pieces(MetricQuery query, long step) {
    long first = Math.ceilDiv(query.window().from().toEpochMilli(), step * 1000) * step;
    long last = Math.floorDiv(query.window().to().toEpochMilli() - 1, step * 1000) * step;
    List<Piece> pieces = new ArrayList<>();
    for (long from = first; from <= last; from += MAX_POINTS_A_SERIES * step) {
      pieces.add(new Piece(from, Math.min(last, from + (MAX_POINTS_A_SERIES - 1) * step)));
    }
    return pieces;
  }
}
