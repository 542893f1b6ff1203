package dev.inquest.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.connectors.resilience.CallListener;
import dev.inquest.connectors.resilience.Guarded;
import dev.inquest.evidence.MetricAnswer;
import dev.inquest.evidence.MetricQuery;
import dev.inquest.evidence.MetricSeries;
import dev.inquest.evidence.MetricSource;
import dev.inquest.evidence.TimeWindow;
import dev.inquest.kit.MetricSourceContract;
import dev.inquest.kit.server.PrometheusServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's Prometheus with history from {@code promtool}. */
class PrometheusMetricSourceIT extends MetricSourceContract {
  /** Long before the contract's own history. */
  private static final long OTHER = Instant.parse("2026-02-01T00:00:00Z").getEpochSecond();

  private static final long OTHER_END = OTHER + 3_600;

  @TempDir private static Path folder;
  private static @Nullable PrometheusServer server;

  @Override
  protected MetricSource source() throws Exception {
    server = PrometheusServer.start(folder, history());
    return over(server.url());
  }

  @Override
  protected MetricSource unreachable() throws Exception {
    return over(PrometheusServer.nowhere());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aCounterIsReadAsARate() {
    MetricSeries rate = only(other("shop"), "shop_orders_total", null);
    assertThat(rate.id().service()).isEqualTo("shop");
    assertThat(values(rate)).allSatisfy(v -> assertThat(v).isCloseTo(2.0, Offset.offset(0.05)));
  }

  @Test
  void aHistogramIsReadAsItsStatistics() {
    MetricAnswer answer = other("shop");
    assertThat(last(only(answer, "shop_latency_seconds", "p50")))
        .isCloseTo(0.05, Offset.offset(0.02));
    assertThat(last(only(answer, "shop_latency_seconds", "p95"))).isBetween(0.1, 1.0);
    assertThat(last(only(answer, "shop_latency_seconds", "p99"))).isBetween(0.1, 1.0);
    assertThat(last(only(answer, "shop_latency_seconds", "mean")))
        .isCloseTo(0.08, Offset.offset(0.001));
    assertThat(last(only(answer, "shop_latency_seconds", "rate")))
        .isCloseTo(10, Offset.offset(0.1));
  }

  @Test
  void aSummaryIsReadAsItsStatisticsInSeconds() {
    MetricAnswer answer = other("shop");
    assertThat(last(only(answer, "shop_wait_seconds", "p95"))).isCloseTo(0.25, Offset.offset(1e-9));
    assertThat(last(only(answer, "shop_wait_seconds", "mean"))).isCloseTo(0.1, Offset.offset(1e-6));
  }

  @Test
  void theServiceMayStandInAnotherLabel() {
    MetricAnswer answer = other("billing");
    MetricSeries series = only(answer, "queue_length", null);
    assertThat(series.id().service()).isEqualTo("billing");
    assertThat(series.id().version()).isEqualTo("7");
    assertThat(series.id().instance()).isEqualTo("billing-7-x");
  }

  @Test
  void infinityAndNotANumberAreKeptInGauges() {
    MetricSeries odd = only(other("odd"), "odd_ratio", null);
    assertThat(values(odd)).contains(Double.POSITIVE_INFINITY, Double.NaN);
  }

  @Test
  void aLongWindowIsAskedInPieces() {
    TimeWindow window =
        new TimeWindow(Instant.ofEpochSecond(OTHER_END - 12_000), Instant.ofEpochSecond(OTHER_END));
    MetricSource fine = over(server().url(), Duration.ofSeconds(1));
    MetricAnswer answer =
        fine.series(new MetricQuery(Set.of("billing"), window, Duration.ofSeconds(1), 10, 100_000));
    assertThat(only(answer, "queue_length", null).size()).isEqualTo(3_600 / 15);
    assertThat(answer.truncated()).isFalse();
  }

  @Test
  void theSameQuestionGivesTheSameAnswer() {
    assertThat(other("shop").query()).isEqualTo(other("shop").query()).contains("rate(");
  }

  private static MetricAnswer other(String service) {
    TimeWindow window =
        new TimeWindow(Instant.ofEpochSecond(OTHER + 600), Instant.ofEpochSecond(OTHER_END));
    return over(server().url())
        .series(new MetricQuery(Set.of(service), window, STEP, 100, 1_000_000));
  }

  private static String history() {
    String shop = "job=\"shop\",instance=\"s1\"";
    OpenMetrics text = new OpenMetrics().series(HELD);
    String latency = "shop_latency_seconds";
    for (Map.Entry<String, Double> bucket :
        Map.of("0.1", 0.8, "1.0", 1.0, "+Inf", 1.0).entrySet()) {
      String le = shop + ",le=\"" + bucket.getKey() + "\"";
      text.every(
          15, OTHER, OTHER_END, latency, latency + "_bucket", le, t -> 10 * t * bucket.getValue());
    }
    text.every(15, OTHER, OTHER_END, latency, latency + "_sum", shop, t -> 0.8 * t);
    text.every(15, OTHER, OTHER_END, latency, latency + "_count", shop, t -> 10.0 * t);
    String wait = "shop_wait_milliseconds";
    text.every(15, OTHER, OTHER_END, wait, wait, shop + ",quantile=\"0.95\"", t -> 250);
    text.every(15, OTHER, OTHER_END, wait, wait + "_sum", shop, t -> 500.0 * t);
    text.every(15, OTHER, OTHER_END, wait, wait + "_count", shop, t -> 5.0 * t);
    text.every(15, OTHER, OTHER_END, "shop_orders_total", "shop_orders_total", shop, t -> 2.0 * t);
    text.every(
        15,
        OTHER,
        OTHER_END,
        "queue_length",
        "queue_length",
        "app=\"billing\",pod=\"billing-7-x\",app_kubernetes_io_version=\"7\"",
        t -> t);
    text.every(
        15,
        OTHER,
        OTHER_END,
        "odd_ratio",
        "odd_ratio",
        "service=\"odd\"",
        t -> t % 60 == 0 ? Double.NaN : Double.POSITIVE_INFINITY);
    return text.text();
  }

  private static MetricSeries only(MetricAnswer answer, String name, @Nullable String statistic) {
    List<MetricSeries> found =
        answer.series().stream()
            .filter(s -> s.id().name().equals(name))
            .filter(s -> java.util.Objects.equals(s.id().label("statistic"), statistic))
            .toList();
    assertThat(found).as("%s %s of %s", name, statistic, answer.series()).hasSize(1);
    return found.getFirst();
  }

  private static List<Double> values(MetricSeries series) {
    return java.util.Arrays.stream(series.values(0, series.size())).boxed().toList();
  }

  private static double last(MetricSeries series) {
    return series.valueAt(series.size() - 1);
  }

  private static PrometheusServer server() {
    return java.util.Objects.requireNonNull(server, "server");
  }

  private static MetricSource over(URI url) {
    return over(url, STEP);
  }

  private static MetricSource over(URI url, Duration step) {
    PrometheusProperties standard = PrometheusProperties.at(url);
    PrometheusProperties properties =
        new PrometheusProperties(
            url,
            null,
            null,
            null,
            null,
            null,
            step,
            standard.rateWindow(),
            100,
            4,
            standard.timeout(),
            standard.readTimeout(),
            standard.maxResponse(),
            standard.serviceLabels());
    return new PrometheusMetricSource(
        properties, new Guarded("prometheus", properties.limits(), CallListener.NONE));
  }
}
