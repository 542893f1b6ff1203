package dev.inquest.app.recorder;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;

/** Keeps the points that make sense. */
final class MetricIntake {
  private static final byte[] NO_DIGEST = new byte[0];
  private static final int MAX_BUCKETS = 2_000;
  private static final String WHY =
      "points need a name, a believable time, and histograms as many counts as bounds plus one";

  private final TimeBounds bounds;
  private long rejected;

  private MetricIntake(TimeBounds bounds) {
    this.bounds = bounds;
  }

  static Taken take(ExportMetricsServiceRequest request, TimeBounds bounds) {
    return new MetricIntake(bounds).take(request);
  }

  private Taken take(ExportMetricsServiceRequest request) {
    ExportMetricsServiceRequest.Builder kept = ExportMetricsServiceRequest.newBuilder();
    for (ResourceMetrics resource : request.getResourceMetricsList()) {
      ResourceMetrics.Builder metrics = resource.toBuilder().clearScopeMetrics();
      for (ScopeMetrics scope : resource.getScopeMetricsList()) {
        ScopeMetrics.Builder sound = scope.toBuilder().clearMetrics();
        scope.getMetricsList().forEach(metric -> sound.addMetrics(keep(metric)));
        metrics.addScopeMetrics(sound);
      }
      kept.addResourceMetrics(metrics);
    }
    return bounds.taken(NO_DIGEST, kept.build().toByteArray(), rejected, WHY);
  }

  private Metric keep(Metric metric) {
    Metric.Builder kept = metric.toBuilder();
    boolean named = !metric.getName().isEmpty();
    switch (metric.getDataCase()) {
      case GAUGE -> {
        kept.getGaugeBuilder().clearDataPoints();
        for (NumberDataPoint point : metric.getGauge().getDataPointsList()) {
          if (sound(named, point.getTimeUnixNano())) {
            kept.getGaugeBuilder().addDataPoints(point);
          }
        }
      }
      case SUM -> {
        kept.getSumBuilder().clearDataPoints();
        for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
          if (sound(named, point.getTimeUnixNano())) {
            kept.getSumBuilder().addDataPoints(point);
          }
        }
      }
      case HISTOGRAM -> {
        kept.getHistogramBuilder().clearDataPoints();
        for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
          if (sound(named && shaped(point), point.getTimeUnixNano())) {
            kept.getHistogramBuilder().addDataPoints(point);
          }
        }
      }
      case EXPONENTIAL_HISTOGRAM -> {
        kept.getExponentialHistogramBuilder().clearDataPoints();
        for (ExponentialHistogramDataPoint point :
            metric.getExponentialHistogram().getDataPointsList()) {
          if (sound(named && shaped(point), point.getTimeUnixNano())) {
            kept.getExponentialHistogramBuilder().addDataPoints(point);
          }
        }
      }
      case SUMMARY -> {
        kept.getSummaryBuilder().clearDataPoints();
        for (SummaryDataPoint point : metric.getSummary().getDataPointsList()) {
          if (sound(named, point.getTimeUnixNano())) {
            kept.getSummaryBuilder().addDataPoints(point);
          }
        }
      }
      case DATA_NOT_SET -> {
        // Nothing in it to refuse.
      }
    }
    return kept.build();
  }

  private boolean sound(boolean shaped, long nanos) {
    boolean sound = shaped && bounds.take(nanos);
    if (!sound) {
      rejected++;
    }
    return sound;
  }

  private static boolean shaped(HistogramDataPoint point) {
    int counts = point.getBucketCountsCount();
    boolean rising = true;
    for (int i = 1; i < point.getExplicitBoundsCount(); i++) {
      rising &= point.getExplicitBounds(i) > point.getExplicitBounds(i - 1);
    }
    return rising
        && counts <= MAX_BUCKETS
        && (counts == 0 || counts == point.getExplicitBoundsCount() + 1);
  }

  private static boolean shaped(ExponentialHistogramDataPoint point) {
    return Math.abs(point.getScale()) <= 20
        && point.getPositive().getBucketCountsCount() <= MAX_BUCKETS
        && point.getNegative().getBucketCountsCount() <= MAX_BUCKETS
        && Math.abs((long) point.getPositive().getOffset()) <= 1 << 26
        && Math.abs((long) point.getNegative().getOffset()) <= 1 << 26;
  }
}
