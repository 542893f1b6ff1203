package dev.inquest.analysis.streaming;

import java.util.Iterator;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * The values that a view has had, at most {@link #MOST}: when they are too many, those closer than
 * {@link #FINEST} of the range to a kept one go, which is below the least novelty that counts.
 */
final class SeenValues {
  static final int MOST = 4096;

  /** As a share of the range; so at most half of {@link #MOST} stay. */
  private static final double FINEST = 2.0 / MOST;

  private final TreeSet<Double> values = new TreeSet<>();

  int size() {
    return values.size();
  }

  /**
   * How far a value lies from the nearest one seen, as a share of the range that they span
   * together.
   *
   * @param scale a rising function by which distances are measured
   * @return in [0, 1]; 0 where there is no range
   */
  double novelty(double value, DoubleUnaryOperator scale) {
    Double below = values.floor(value);
    Double above = values.ceiling(value);
    double at = scale.applyAsDouble(value);
    double down = below == null ? Double.POSITIVE_INFINITY : at - scale.applyAsDouble(below);
    double up = above == null ? Double.POSITIVE_INFINITY : scale.applyAsDouble(above) - at;
    double low = below == null ? at : scale.applyAsDouble(values.first());
    double high = above == null ? at : scale.applyAsDouble(values.last());
    double share = Math.min(down, up) / (high - low);
    return Double.isFinite(share) ? Math.clamp(share, 0, 1) : 0;
  }

  void add(double value, DoubleUnaryOperator scale) {
    values.add(value);
    if (values.size() > MOST) {
      thin(scale);
    }
  }

  private void thin(DoubleUnaryOperator scale) {
    double last = values.last();
    double kept = scale.applyAsDouble(values.first());
    double finest = (scale.applyAsDouble(last) - kept) * FINEST;
    Iterator<Double> rest = values.iterator();
    rest.next();
    while (rest.hasNext()) {
      double value = rest.next();
      double at = scale.applyAsDouble(value);
      if (at - kept < finest && value != last) {
        rest.remove();
      } else {
        kept = at;
      }
    }
  }
}
