package dev.inquest.app.recorder;

import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** OTLP's data points as numbers. */
final class PointReading {
  private PointReading() {}

  /** Whether a point says that there is no value. */
  static boolean absent(int flags) {
    return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) != 0;
  }

  static double value(NumberDataPoint point) {
    return switch (point.getValueCase()) {
      case AS_DOUBLE -> point.getAsDouble();
      case AS_INT -> point.getAsInt();
      case VALUE_NOT_SET -> Double.NaN;
    };
  }

  static Distribution distribution(HistogramDataPoint point) {
    return new ExplicitDistribution(
        point.getExplicitBoundsList().stream().mapToDouble(Double::doubleValue).toArray(),
        point.getBucketCountsList().stream().mapToLong(Long::longValue).toArray(),
        point.getCount(),
        point.getSum());
  }

  static Distribution distribution(ExponentialHistogramDataPoint point) {
    return new ExponentialDistribution(
        point.getScale(),
        buckets(point.getPositive()),
        buckets(point.getNegative()),
        point.getZeroCount(),
        point.getCount(),
        point.getSum());
  }

  private static SortedMap<Integer, Long> buckets(ExponentialHistogramDataPoint.Buckets buckets) {
    SortedMap<Integer, Long> found = new TreeMap<>();
    for (int i = 0; i < buckets.getBucketCountsCount(); i++) {
      if (buckets.getBucketCounts(i) != 0) {
        found.put(buckets.getOffset() + i, buckets.getBucketCounts(i));
      }
    }
    return found;
  }

  static Map<Double, Double> quantiles(SummaryDataPoint point) {
    Map<Double, Double> found = new HashMap<>();
    for (SummaryDataPoint.ValueAtQuantile at : point.getQuantileValuesList()) {
      found.put(at.getQuantile(), at.getValue());
    }
    return found;
  }
}
