package dev.inquest.app.recorder;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.inquest.evidence.SeriesId;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Feeds recorded requests, in order, to a stream for each metric and label set. */
final class MetricStreams {
  private final Set<String> services;
  private final long stepMillis;
  private final int maxStreams;
  private final SeriesSink sink;
  private final Map<SeriesId, Stream> streams = new LinkedHashMap<>();
  private boolean full;

  MetricStreams(Set<String> services, long stepMillis, int maxStreams, SeriesSink sink) {
    this.services = services;
    this.stepMillis = stepMillis;
    this.maxStreams = maxStreams;
    this.sink = sink;
  }

  /** Whether streams beyond the limit were left out. */
  boolean full() {
    return full;
  }

  void read(byte[] body) throws InvalidProtocolBufferException {
    for (ResourceMetrics resource :
        ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList()) {
      Resources who = Resources.of(resource.getResource());
      if (services.isEmpty() || services.contains(who.service())) {
        for (ScopeMetrics scope : resource.getScopeMetricsList()) {
          scope.getMetricsList().forEach(metric -> read(who, metric));
        }
      }
    }
  }

  /** Tells what the last step added up to. */
  void finish() {
    streams.values().forEach(stream -> stream.tell(sink));
  }

  private void read(Resources who, Metric metric) {
    MetricUnit unit = MetricUnit.of(metric.getName(), metric.getUnit());
    switch (metric.getDataCase()) {
      case GAUGE -> metric.getGauge().getDataPointsList().forEach(p -> gauge(who, unit, p));
      case SUM -> {
        boolean delta = isDelta(metric.getSum().getAggregationTemporality());
        boolean counter = metric.getSum().getIsMonotonic() || delta;
        for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
          if (counter) {
            counter(who, unit, point, delta);
          } else {
            gauge(who, unit, point);
          }
        }
      }
      case HISTOGRAM -> {
        boolean delta = isDelta(metric.getHistogram().getAggregationTemporality());
        metric.getHistogram().getDataPointsList().forEach(p -> histogram(who, unit, p, delta));
      }
      case EXPONENTIAL_HISTOGRAM -> {
        boolean delta = isDelta(metric.getExponentialHistogram().getAggregationTemporality());
        metric
            .getExponentialHistogram()
            .getDataPointsList()
            .forEach(p -> exponential(who, unit, p, delta));
      }
      case SUMMARY -> metric.getSummary().getDataPointsList().forEach(p -> summary(who, unit, p));
      case DATA_NOT_SET -> {
        // Nothing to read.
      }
    }
  }

  private static boolean isDelta(AggregationTemporality temporality) {
    return temporality == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  }

  private void gauge(Resources who, MetricUnit unit, NumberDataPoint point) {
    SeriesId id = SeriesLabels.of(unit.name(), who, point.getAttributesList());
    GaugeStream stream = stream(id, GaugeStream.class, i -> new GaugeStream(i, stepMillis));
    if (stream != null && !PointReading.absent(point.getFlags())) {
      stream.add(point.getTimeUnixNano(), unit.factor() * PointReading.value(point), sink);
    }
  }

  private void counter(Resources who, MetricUnit unit, NumberDataPoint point, boolean delta) {
    SeriesId id = SeriesLabels.of(unit.name(), who, point.getAttributesList());
    CounterStream stream = stream(id, CounterStream.class, i -> new CounterStream(i, stepMillis));
    if (stream == null || PointReading.absent(point.getFlags())) {
      return;
    }
    double value = unit.factor() * PointReading.value(point);
    long start = point.getStartTimeUnixNano();
    if (delta) {
      stream.delta(start, point.getTimeUnixNano(), value, sink);
    } else {
      stream.cumulative(start, point.getTimeUnixNano(), value, sink);
    }
  }

  private void histogram(Resources who, MetricUnit unit, HistogramDataPoint point, boolean delta) {
    SeriesId id = SeriesLabels.of(unit.name(), who, point.getAttributesList());
    if (!PointReading.absent(point.getFlags())) {
      distribution(
          id,
          unit,
          PointReading.distribution(point),
          point.getStartTimeUnixNano(),
          point.getTimeUnixNano(),
          delta);
    }
  }

  private void exponential(
      Resources who, MetricUnit unit, ExponentialHistogramDataPoint point, boolean delta) {
    SeriesId id = SeriesLabels.of(unit.name(), who, point.getAttributesList());
    if (!PointReading.absent(point.getFlags())) {
      distribution(
          id,
          unit,
          PointReading.distribution(point),
          point.getStartTimeUnixNano(),
          point.getTimeUnixNano(),
          delta);
    }
  }

  private void distribution(
      SeriesId id, MetricUnit unit, Distribution value, long start, long time, boolean delta) {
    HistogramStream stream =
        stream(id, HistogramStream.class, i -> new HistogramStream(i, stepMillis, unit.factor()));
    if (stream != null && delta) {
      stream.delta(start, time, value, sink);
    } else if (stream != null) {
      stream.cumulative(start, time, value, sink);
    }
  }

  private void summary(Resources who, MetricUnit unit, SummaryDataPoint point) {
    SeriesId id = SeriesLabels.of(unit.name(), who, point.getAttributesList());
    SummaryStream stream =
        stream(id, SummaryStream.class, i -> new SummaryStream(i, stepMillis, unit.factor()));
    if (stream != null && !PointReading.absent(point.getFlags())) {
      stream.add(
          point.getTimeUnixNano(),
          (double) point.getCount(),
          point.getSum(),
          PointReading.quantiles(point),
          sink);
    }
  }

  /** Null where there are too many, or where a metric changed its kind within the window. */
  private <S extends Stream> @Nullable S stream(
      SeriesId id, Class<S> kind, Function<SeriesId, S> maker) {
    Stream known = streams.get(id);
    if (known == null && streams.size() >= maxStreams) {
      full = true;
      return null;
    }
    if (known == null) {
      known = maker.apply(id);
      streams.put(id, known);
    }
    return kind.isInstance(known) ? kind.cast(known) : null;
  }
}
