package dev.inquest.app.recorder;

import static dev.inquest.app.recorder.RecorderFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.TimeWindow;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordedMetricsTest {
  private static final TimeWindow WINDOW = new TimeWindow(NOW.minusSeconds(300), NOW);
  private static final Instant BEGAN = NOW.minusSeconds(240);

  @TempDir private Path folder;
  private RecorderFixture fixture;

  @BeforeEach
  void open() {
    fixture = new RecorderFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void aCumulativeCounterBecomesARateAndSurvivesAReset() {
    double[] values = {100, 150, 200, 10, 60};
    for (int i = 0; i < values.length; i++) {
      send(counter(BEGAN.plusSeconds(10L * i), values[i], cumulative()));
    }
    MetricSeries rate = only("jobs_done", "rate");
    assertThat(rate.values(0, rate.size())).containsExactly(5, 5, 1, 5);
    assertThat(rate.id().service()).isEqualTo("shop");
    assertThat(rate.id().instance()).isEqualTo("shop-1");
    assertThat(rate.id().version()).isEqualTo("1.0.0");
  }

  @Test
  void aDeltaCounterBecomesTheSameRate() {
    for (int i = 1; i <= 4; i++) {
      send(counter(BEGAN.plusSeconds(10L * i), 50, delta()));
    }
    MetricSeries rate = only("jobs_done", "rate");
    assertThat(rate.values(0, rate.size())).containsExactly(5, 5, 5, 5);
  }

  @Test
  void pointsFinerThanTheStepAreToldTogether() {
    for (int i = 0; i <= 60; i++) {
      send(counter(BEGAN.plusSeconds(i), 3.0 * i, cumulative()));
    }
    MetricSeries rate = only("jobs_done", "rate");
    assertThat(rate.size()).isBetween(6, 8);
    for (int i = 0; i < rate.size(); i++) {
      assertThat(rate.valueAt(i)).isCloseTo(3.0, Offset.offset(1e-9));
    }
  }

  @Test
  void anExplicitHistogramInMillisecondsGivesSecondsQuantilesMeanAndRate() {
    send(histogram(BEGAN, List.of(0L, 0L, 0L, 0L), 0));
    send(histogram(BEGAN.plusSeconds(10), List.of(50L, 40L, 10L, 0L), 4_000));
    assertThat(first("request_time_seconds", "p50")).isCloseTo(0.010, Offset.offset(1e-9));
    assertThat(first("request_time_seconds", "p95")).isCloseTo(0.550, Offset.offset(1e-9));
    assertThat(first("request_time_seconds", "mean")).isCloseTo(0.040, Offset.offset(1e-9));
    assertThat(first("request_time_seconds", "rate")).isCloseTo(10, Offset.offset(1e-9));
  }

  @Test
  void anExponentialHistogramGivesItsQuantilesAlsoWhenTheScaleChanges() {
    send(exponential(BEGAN, 3, 0, List.of(0L)));
    // base 2^(1/8): index 8 covers (2, 2^(9/8)], index 16 covers (4, 2^(17/8)]
    send(exponential(BEGAN.plusSeconds(10), 3, 8, List.of(90L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 10L)));
    send(exponential(BEGAN.plusSeconds(20), 2, 4, List.of(190L, 0L, 0L, 0L, 10L)));
    MetricSeries p50 = only("size", "p50");
    assertThat(p50.size()).isEqualTo(2);
    assertThat(p50.valueAt(0)).isBetween(2.0, Math.pow(2, 9.0 / 8));
    assertThat(p50.valueAt(1)).isBetween(2.0, Math.pow(2, 5.0 / 4));
    assertThat(only("size", "p95").valueAt(0)).isBetween(4.0, Math.pow(2, 17.0 / 8));
    assertThat(only("size", "rate").values(0, 2)).containsExactly(10, 10);
  }

  @Test
  void aGaugeStaysWhatItIsAndOtherServicesAreLeftOut() {
    send(gauge(BEGAN, 0.25));
    fixture.send(Signal.METRICS, Telemetry.metrics("other", gauge(BEGAN, 0.75)));
    MetricSeries usage = only("pool_usage", null);
    assertThat(usage.values(0, 1)).containsExactly(0.25);
    assertThat(usage.timeAt(0)).isEqualTo(BEGAN);
  }

  @Test
  void saysThatItLeftSeriesOut() {
    for (int i = 0; i < 20; i++) {
      send(gauge(BEGAN, i).toBuilder().setName("gauge" + i).build());
    }
    MetricAnswer answer = query(5, 1_000);
    assertThat(answer.series()).hasSize(5);
    assertThat(answer.truncated()).isTrue();
    assertThat(answer.warnings()).isNotEmpty();
  }

  private static AggregationTemporality cumulative() {
    return AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
  }

  private static AggregationTemporality delta() {
    return AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
  }

  private void send(Metric metric) {
    fixture.send(Signal.METRICS, Telemetry.metrics("shop", metric));
  }

  private static Metric counter(Instant at, double value, AggregationTemporality temporality) {
    Instant start = temporality == delta() ? at.minusSeconds(10) : BEGAN.minusSeconds(100);
    return Metric.newBuilder()
        .setName("jobs.done")
        .setSum(
            Sum.newBuilder()
                .setIsMonotonic(true)
                .setAggregationTemporality(temporality)
                .addDataPoints(
                    NumberDataPoint.newBuilder()
                        .setStartTimeUnixNano(Telemetry.nanos(start))
                        .setTimeUnixNano(Telemetry.nanos(at))
                        .setAsDouble(value)))
        .build();
  }

  private static Metric histogram(Instant at, List<Long> counts, double sum) {
    return Metric.newBuilder()
        .setName("request.time")
        .setUnit("ms")
        .setHistogram(
            Histogram.newBuilder()
                .setAggregationTemporality(cumulative())
                .addDataPoints(
                    HistogramDataPoint.newBuilder()
                        .setTimeUnixNano(Telemetry.nanos(at))
                        .addAllExplicitBounds(List.of(10.0, 100.0, 1_000.0))
                        .addAllBucketCounts(counts)
                        .setCount(counts.stream().mapToLong(Long::longValue).sum())
                        .setSum(sum)))
        .build();
  }

  private static Metric exponential(Instant at, int scale, int offset, List<Long> counts) {
    return Metric.newBuilder()
        .setName("size")
        .setExponentialHistogram(
            ExponentialHistogram.newBuilder()
                .setAggregationTemporality(cumulative())
                .addDataPoints(
                    ExponentialHistogramDataPoint.newBuilder()
                        .setTimeUnixNano(Telemetry.nanos(at))
                        .setScale(scale)
                        .setPositive(
                            ExponentialHistogramDataPoint.Buckets.newBuilder()
                                .setOffset(offset)
                                .addAllBucketCounts(counts))
                        .setCount(counts.stream().mapToLong(Long::longValue).sum())
                        .setSum(1)))
        .build();
  }

  private static Metric gauge(Instant at, double value) {
    return Metric.newBuilder()
        .setName("pool.usage")
        .setGauge(
            Gauge.newBuilder()
                .addDataPoints(
                    NumberDataPoint.newBuilder()
                        .setTimeUnixNano(Telemetry.nanos(at))
                        .setAsDouble(value)))
        .build();
  }

  private MetricAnswer query(int maxSeries, int maxPoints) {
    return new RecordedMetrics(fixture.recorder())
        .series(
            new MetricQuery(Set.of("shop"), WINDOW, Duration.ofSeconds(10), maxSeries, maxPoints));
  }

  private MetricSeries only(String name, @org.jspecify.annotations.Nullable String statistic) {
    return query(100, 10_000).series().stream()
        .filter(s -> s.id().name().equals(name))
        .filter(s -> java.util.Objects.equals(s.id().label("statistic"), statistic))
        .reduce((a, b) -> {
          throw new AssertionError("two series of that name");
        })
        .orElseThrow();
  }

  private double first(String name, String statistic) {
    return only(name, statistic).valueAt(0);
  }
}
