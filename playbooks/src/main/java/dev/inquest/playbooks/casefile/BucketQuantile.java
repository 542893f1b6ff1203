package dev.inquest.playbooks.casefile;

import java.util.Map;
import java.util.SortedMap;

/**
 * A quantile of cumulative buckets by linear interpolation inside the bucket it falls into, the
 * lowest bucket beginning at 0 and the open last one answering with its lower bound: what PromQL's
 * {@code histogram_quantile} documents.
 */
final class BucketQuantile {
  private BucketQuantile() {}

  /**
   * @param cumulative counts by upper bound, NaN where a bucket has no sample
   * @return NaN where nothing was counted
   */
  static double of(double quantile, SortedMap<Double, Double> cumulative) {
    double total = cumulative.isEmpty() ? 0 : cumulative.lastEntry().getValue();
    if (!(total > 0)) {
      return Double.NaN;
    }
    double rank = quantile * total;
    double lower = 0;
    double below = 0;
    for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
      double bound = bucket.getKey();
      double upTo = bucket.getValue();
      if (upTo >= rank) {
        if (Double.isInfinite(bound) || upTo <= below) {
          return lower;
        }
        double start = bound <= 0 ? bound : lower;
        return start + (bound - start) * (rank - below) / (upTo - below);
      }
      if (!Double.isNaN(upTo)) {
        lower = bound;
        below = upTo;
      }
    }
    return Double.NaN;
  }
}
